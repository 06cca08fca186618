using System.Globalization;
using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.DocxNames;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Draws what old programs wrote (and the picture of an embedded file) as today's pictures and plain text boxes.</summary>
internal static class DocxVml
{
    private static readonly string[] BoxLooks = ["style", "fillcolor", "filled", "stroked", "strokecolor", "strokeweight"];

    private const long DefaultSide = 1_905_000;

    public static void Convert(DocxPart part, CleaningNotes notes)
    {
        notes.Add("archivos u objetos incrustados", part.Root.Descendants(W + "object").Count());
        foreach (var old in part.Root.Descendants().Where(element => element.Name == W + "pict" || element.Name == W + "object").ToList())
        {
            if (old.Parent is null)
            {
                continue;
            }

            if (old.Descendants().Any(element => element.Name == V + "textpath"))
            {
                notes.Warn("Hay letras artísticas (WordArt o marca de agua) que no se pueden copiar con certeza: no están en la copia.");
            }

            var pictures = old.Descendants(V + "imagedata").Where(image => IsOwn(image, old)).Select(Picture).ToList();
            var boxes = old.Descendants(V + "textbox").Where(box => IsOwn(box, old)).Select(Box).ToList();
            old.ReplaceWith([.. pictures.Select(picture => new XElement(W + "drawing", picture)), .. boxes.Select(box => new XElement(W + "pict", box))]);
        }
    }

    /// <summary>Not of a drawing that stands in a box of this one.</summary>
    private static bool IsOwn(XElement inside, XElement old) => !inside.Ancestors().TakeWhile(each => each != old).Any(each => each.Name == W + "txbxContent");

    private static XElement Picture(XElement image)
    {
        var style = (string?)image.Parent?.Attribute("style");
        var (width, height) = (DocxVmlStyle.Emus(style, "width") ?? DefaultSide, DocxVmlStyle.Emus(style, "height") ?? DefaultSide);
        return new XElement(
            Wp + "inline",
            new XElement(Wp + "extent", new XAttribute("cx", width), new XAttribute("cy", height)),
            new XElement(Wp + "docPr", new XAttribute("id", 1), new XAttribute("name", "o")),
            new XElement(A + "graphic", new XElement(
                A + "graphicData",
                new XAttribute("uri", Pic.NamespaceName),
                new XElement(
                    Pic + "pic",
                    new XElement(Pic + "nvPicPr", new XElement(Pic + "cNvPr", new XAttribute("id", 1), new XAttribute("name", "o")),
                    new XElement(Pic + "cNvPicPr")),
                    new XElement(
                        Pic + "blipFill",
                        new XElement(A + "blip", new XAttribute(R + "embed", (string?)image.Attribute(R + "id") ?? "")),
                        new XElement(A + "srcRect", Cut(image, "cropleft", "l"), Cut(image, "croptop", "t"), Cut(image, "cropright", "r"),
                        Cut(image, "cropbottom", "b")),
                        new XElement(A + "stretch", new XElement(A + "fillRect"))),
                    new XElement(
                        Pic + "spPr",
                        new XElement(A + "xfrm", new XElement(A + "off", new XAttribute("x", 0), new XAttribute("y", 0)),
                        new XElement(A + "ext", new XAttribute("cx", width), new XAttribute("cy", height))),
                        new XElement(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst")))))));
    }

    /// <summary>Old crops are shares of one, or of 65 536 when an f follows.</summary>
    private static XAttribute? Cut(XElement image, string old, string side)
    {
        var text = (string?)image.Attribute(old);
        return text is not null && double.TryParse(text.TrimEnd('f'), NumberStyles.Float, CultureInfo.InvariantCulture, out var share)
            ? new XAttribute(side, (long)(Math.Clamp(text.EndsWith('f') ? share / 65536 : share, 0, 1) * 100_000))
            : null;
    }

    private static XElement Box(XElement box)
    {
        var shape = box.Parent!;
        return new XElement(
            V + "rect",
            BoxLooks.Select(name => shape.Attribute(name)).OfType<XAttribute>().Select(attribute => new XAttribute(attribute)),
            new XElement(V + "textbox", box.Attributes().Where(attribute => attribute.Name.LocalName is "style" or "inset")
            .Select(attribute => new XAttribute(attribute)), Inside(box)));
    }

    private static IEnumerable<XElement> Inside(XElement box)
    {
        var content = box.Elements(W + "txbxContent").ToList();
        content.Remove();
        return content;
    }
}
