using System.Xml.Linq;

namespace Acervo.Platform.Forms.Writing;

/// <summary>A picture inside a line of text, with its description for those who do not see it.</summary>
internal static class DocxPicture
{
    // 2.2 × 1.5 cm: what fits the mark cell of the header.
    private const long MostWide = 790_000;
    private const long MostHigh = 540_000;

    private static readonly XNamespace Wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace Pic = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    public static XElement Inline(string relation, string description, (int Width, int Height) pixels)
    {
        var scale = Math.Min((double)MostWide / Math.Max(pixels.Width, 1), (double)MostHigh / Math.Max(pixels.Height, 1));
        var (wide, high) = ((long)(pixels.Width * scale), (long)(pixels.Height * scale));
        return new XElement(
            Wp + "inline",
            At("distT", 0),
            At("distB", 0),
            At("distL", 0),
            At("distR", 0),
            new XElement(Wp + "extent", At("cx", wide), At("cy", high)),
            new XElement(Wp + "docPr", At("id", 1), At("name", "Marca"), At("descr", description)),
            new XElement(A + "graphic", new XElement(A + "graphicData", At("uri", Pic.NamespaceName), Picture(relation, wide, high))));
    }

    private static XElement Picture(string relation, long wide, long high) => new(
        Pic + "pic",
        new XElement(Pic + "nvPicPr", new XElement(Pic + "cNvPr", At("id", 1), At("name", "marca.png")), new XElement(Pic + "cNvPicPr")),
        new XElement(Pic + "blipFill", new XElement(A + "blip", new XAttribute(Wml.R + "embed", relation)),
        new XElement(A + "stretch", new XElement(A + "fillRect"))),
        new XElement(
            Pic + "spPr",
            new XElement(A + "xfrm", new XElement(A + "off", At("x", 0), At("y", 0)), new XElement(A + "ext", At("cx", wide), At("cy", high))),
            new XElement(A + "prstGeom", At("prst", "rect"), new XElement(A + "avLst"))));

    private static XAttribute At(string name, object value) => new(name, value);
}
