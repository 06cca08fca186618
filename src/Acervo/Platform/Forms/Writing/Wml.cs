using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Acervo.Platform.Forms.Writing;

/// <summary>The words of WordprocessingML that the writer uses: namespaces, elements, runs and paragraphs.</summary>
internal static class Wml
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public static readonly XNamespace Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    public static XElement El(string name, params object?[] content) => new(W + name, content);

    public static XAttribute At(string name, object value) => new(W + name, value);

    /// <summary>An element whose only content is its value.</summary>
    public static XElement Val(string name, object value) => El(name, At("val", value));

    public static XElement Paragraph(string style, params object?[] content) =>
        El("p", El("pPr", Val("pStyle", style)), content);

    public static XElement Run(string text, params object?[] properties) =>
        El("r", properties.Length == 0 ? null : El("rPr", properties), Lines(text));

    public static object[] Bold => [El("b"), El("bCs")];

    public static XElement Root(string name, params object?[] content) => El(
        name,
        new XAttribute(XNamespace.Xmlns + "w", W),
        new XAttribute(XNamespace.Xmlns + "r", R),
        new XAttribute(XNamespace.Xmlns + "mc", Mc),
        new XAttribute(XNamespace.Xmlns + "w14", W14),
        new XAttribute(Mc + "Ignorable", "w14"),
        content);

    public static byte[] Bytes(XElement root)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None }))
        {
            new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), root).Save(writer);
        }

        return stream.ToArray();
    }

    /// <summary>The text without what XML cannot carry, such as control characters pasted from elsewhere.</summary>
    public static string Clean(string text) => text.All(c => XmlConvert.IsXmlChar(c))
        ? text
        : string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0xFFFD && (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value))));

    // A line break inside a text is a break in Word.
    private static IEnumerable<XElement> Lines(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                yield return El("br");
            }

            yield return El("t", new XAttribute(XNamespace.Xml + "space", "preserve"), Clean(lines[i]));
        }
    }
}
