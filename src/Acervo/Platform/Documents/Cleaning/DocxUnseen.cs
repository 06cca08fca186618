using System.Xml.Linq;
using Acervo.Platform.Documents.Word.Sight;
using static Acervo.Platform.Documents.Cleaning.DocxNames;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Asks what of each part nobody sees, before anything in it is changed, and notes it for the person who attached the file.</summary>
internal static class DocxUnseen
{
    public static (HashSet<XElement> Elements, HeaderPages Headers) Of(DocxOriginal original, CleaningNotes notes)
    {
        var bound = new BoundControls(new DataParts(original.Data));
        notes.Add("textos de controles que Word reemplaza por sus datos",
            Stories(original).Sum(story => bound.Fill(story.Root).Count(words => words.Length > 0)));
        var sight = new WordSight(original.Main.Root, original.Styles?.Root, original.Theme?.Root, original.Settings?.Root, original.Looks);
        var found = Stories(original).SelectMany(story => sight.Unseen(story.Root, name => Picture(original, story, name))).ToList();
        foreach (var piece in found.Where(piece => piece.Words.Trim().Length > 0 || piece.Reason == SightReason.Covered))
        {
            notes.Add(Said(piece.Reason));
        }

        if (sight.MayBeCovered)
        {
            notes.Warn("Una imagen o un cuadro puede tapar palabras que la copia todavía tiene. Ábrala y compruebe que no haya nada debajo.");
        }

        return ([.. found.Select(piece => piece.Element)], sight.Headers);
    }

    private static byte[]? Picture(DocxOriginal original, DocxPart story, string name) =>
        story.Relations.GetValueOrDefault(name) is { External: false } relation && original.Source.Has(relation.Target) ? original.Source[relation.Target]
        : null;

    private static IEnumerable<DocxPart> Stories(DocxOriginal original)
    {
        var headers = original.Main.Root.Descendants(W + "sectPr").Elements()
            .Where(element => element.Name.LocalName is "headerReference" or "footerReference")
            .Select(reference => original.Main.Relations.GetValueOrDefault((string?)reference.Attribute(R + "id") ?? ""))
            .Where(relation => relation is { External: false } && original.Source.Has(relation.Target))
            .Select(relation => original.Open(relation!.Target));
        return new[] { original.Main, original.Footnotes, original.Endnotes }.OfType<DocxPart>().Concat(headers).Distinct().ToList();
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
