using System.Xml.Linq;
using Acervo.Platform.Documents.Word.Sight;
using static Acervo.Platform.Documents.Cleaning.DocxNames;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Asks what of each part nobody sees, before anything in it is changed, and notes it for the person who attached the file.</summary>
internal static class DocxUnseen
{
    public static HashSet<XElement> Of(DocxOriginal original, CleaningNotes notes)
    {
        var sight = new WordSight(original.Main.Root, original.Styles?.Root, original.Theme?.Root, original.Settings?.Root);
        var found = Stories(original).SelectMany(story => sight.Unseen(story)).ToList();
        foreach (var piece in found.Where(piece => piece.Words.Trim().Length > 0))
        {
            notes.Add(Said(piece.Reason));
        }

        return [.. found.Select(piece => piece.Element)];
    }

    private static IEnumerable<XElement> Stories(DocxOriginal original)
    {
        var headers = original.Main.Root.Descendants(W + "sectPr").Elements()
            .Where(element => element.Name.LocalName is "headerReference" or "footerReference")
            .Select(reference => original.Main.Relations.GetValueOrDefault((string?)reference.Attribute(R + "id") ?? ""))
            .Where(relation => relation is { External: false } && original.Source.Has(relation.Target))
            .Select(relation => original.Open(relation!.Target));
        return new[] { original.Main, original.Footnotes, original.Endnotes }.OfType<DocxPart>().Concat(headers).Distinct().Select(part => part.Root).ToList();
    }

    private static string Said(SightReason reason) => reason switch
    {
        SightReason.Colour => "textos del color de su fondo",
        SightReason.Size => "textos demasiado pequeños para leerse",
        SightReason.Clipped or SightReason.OffPage => "textos sin espacio o fuera de la página",
        SightReason.Covered => "textos tapados",
        SightReason.Merged => "textos de celdas que se combinaron con otra",
        SightReason.FieldCode => "códigos de campo, de los que queda el resultado",
        SightReason.Folded => "textos bajo títulos contraídos",
        SightReason.Deleted => "marcas del control de cambios, que quedan aceptados",
        SightReason.Signs => "letras que se ven como otros signos",
        SightReason.NotShown => "textos en partes que no se ven o no se conocen",
        _ => "fragmentos de texto oculto",
    };
}
