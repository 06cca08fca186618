using System.Globalization;
using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.DocxNames;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Leads each drawing of a part to its drawn-anew picture; what has no picture that can be drawn goes, and is told.</summary>
internal static class DocxDrawings
{
    public const string Alternatives = "textos alternativos y títulos de imágenes y tablas";

    private const double Whole = 100_000;
    private const double LeastScale = 0.3;
    private const double Nothing = 0.08;

    private static readonly string[] Sides = ["l", "t", "r", "b"];

    public static void Resolve(DocxPart part, DocxPictures pictures, CleaningNotes notes)
    {
        foreach (var properties in part.Root.Descendants().Where(element => element.Name.LocalName is "docPr" or "cNvPr").ToList())
        {
            notes.Add(Alternatives, properties.Attributes().Any(attribute => attribute.Name.LocalName is "descr" or "title" && attribute.Value.Length > 0) ? 1
                : 0);
            if ((string?)properties.Attribute("hidden") is "1" or "true" && Shape(properties) is { Parent: not null } shape)
            {
                notes.Add("dibujos ocultos");
                shape.Remove();
            }
        }

        foreach (var fit in part.Root.Descendants(A + "normAutofit").Where(fit => Share((string?)fit.Attribute("fontScale") ?? "100%") < LeastScale).ToList())
        {
            notes.Add("textos demasiado pequeños para leerse");
            Shape(fit)?.Remove();
        }

        foreach (var drawing in part.Root.Descendants(W + "drawing").ToList())
        {
            var data = drawing.Descendants(A + "graphicData").FirstOrDefault();
            if (data is not null && data.Elements().All(element => DocxVocabulary.Of(element.Name) is null))
            {
                notes.Warn("Hay un gráfico, diagrama o dibujo de Word que no se puede copiar con certeza: no está en la copia. Si hace falta, péguelo como "
                    + "imagen y adjunte el archivo otra vez.");
            }
        }

        foreach (var blip in part.Root.Descendants(A + "blip").Where(blip => blip.Parent?.Name == Pic + "blipFill").ToList())
        {
            if (IsFaint(blip))
            {
                notes.Add("dibujos ocultos");
                Shape(blip)?.Remove();
                continue;
            }

            Lead(blip, part, pictures, notes);
        }
    }

    /// <summary>Made transparent, or all white or all black, by what is said beside the picture.</summary>
    private static bool IsFaint(XElement blip) =>
        (blip.Element(A + "alphaModFix") is { } glass && Share((string?)glass.Attribute("amt") ?? "100%") < Nothing)
        || (blip.Element(A + "lum") is { } light
        && (Share(((string?)light.Attribute("bright"))?.TrimStart('-')) > 1 - Nothing
        || (((string?)light.Attribute("contrast"))?.StartsWith('-') == true && Share(((string)light.Attribute("contrast")!)[1..]) > 1 - Nothing)));

    private static void Lead(XElement blip, DocxPart part, DocxPictures pictures, CleaningNotes notes)
    {
        var relation = part.Relations.GetValueOrDefault((string?)blip.Attribute(R + "embed") ?? "");
        var name = relation is { External: false } ? pictures.Draw(relation.Target, Crop(blip.Parent!.Element(A + "srcRect"))) : null;
        if (name is null)
        {
            notes.Warn("Hay una imagen en un formato que no se puede copiar con certeza: no está en la copia. Reemplácela por una imagen PNG o JPG y adjunte "
                + "el archivo otra vez.");
            Shape(blip)?.Remove();
            return;
        }

        blip.SetAttributeValue(R + "embed", part.Out.Add("image", name));
        blip.SetAttributeValue(R + "link", null);
    }

    /// <summary>The picture inside a group, or the whole drawing.</summary>
    private static XElement? Shape(XElement inside) => inside.Ancestors().FirstOrDefault(each =>
        each.Name == W + "drawing" || (each.Parent?.Name.Namespace == Wpg && each.Name.LocalName is "pic" or "wsp" or "grpSp"));

    private static PictureCrop Crop(XElement? cut)
    {
        var shares = Sides.Select(side => Share((string?)cut?.Attribute(side))).ToArray();
        return new PictureCrop(shares[0], shares[1], shares[2], shares[3]);
    }

    private static double Share(string? cut) => cut is { Length: > 0 }
        && double.TryParse(cut.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? Math.Clamp(cut.EndsWith('%') ? number / 100 : number / Whole, 0, 1)
            : 0;
}
