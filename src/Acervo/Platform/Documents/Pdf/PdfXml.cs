using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Acervo.Platform.Documents.Layout;
using Acervo.Platform.Documents.Word;

namespace Acervo.Platform.Documents.Pdf;

/// <summary>Reads the XML of poppler's pdftohtml: where every stretch of text stands, in which weight and colour.</summary>
internal static partial class PdfXml
{
    /// <summary>pdftohtml draws at one and a half dots a point.</summary>
    private const double Scale = 1.5;

    public static IReadOnlyList<LayoutPage> Read(byte[] xml)
    {
        var text = Encoding.UTF8.GetString(xml);
        text = Noise().Replace(text[Math.Max(text.IndexOf("<pdf2xml", StringComparison.Ordinal), 0)..], "");
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = false });
        var muted = new Dictionary<string, bool>(StringComparer.Ordinal);
        return [.. XDocument.Load(reader).Root!.Elements("page").Select(page => Page(page, muted))];
    }

    private static LayoutPage Page(XElement page, Dictionary<string, bool> muted)
    {
        foreach (var font in page.Elements("fontspec"))
        {
            var colour = (string?)font.Attribute("color") ?? "";
            muted[(string?)font.Attribute("id") ?? ""] = int.TryParse(colour.TrimStart('#'), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb) && WordStyles.IsGrey(rgb);
        }

        return new LayoutPage((int)Number(page, "number"), Number(page, "width") / Scale, Number(page, "height") / Scale,
            [.. page.Elements("text").SelectMany(text => Segments(text, muted.GetValueOrDefault((string?)text.Attribute("font") ?? "")))]);
    }

    /// <summary>One element may hold bold and plain stretches; their widths are shared out by their letters.</summary>
    private static IEnumerable<Segment> Segments(XElement text, bool muted)
    {
        var (left, top, width, height) = (Number(text, "left") / Scale, Number(text, "top") / Scale, Number(text, "width") / Scale, Number(text, "height") / Scale);
        var total = Math.Max(text.Value.Length, 1);
        var position = 0;
        foreach (var part in text.DescendantNodes().OfType<XText>())
        {
            var from = left + width * position / total;
            position += part.Value.Length;
            yield return new Segment(from, top, left + width * position / total, top + height, part.Value, part.Ancestors("b").Any(), muted);
        }
    }

    private static double Number(XElement element, string name) =>
        double.TryParse((string?)element.Attribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>poppler prints some messages among its XML, and control codes that XML does not allow.</summary>
    [GeneratedRegex(@"^\s*link to page \d+(?=\s|$)|(?<=>)\s*(?:link to page \d+\s*)+|[\u0000-\u0008\u000B\u000C\u000E-\u001F]", RegexOptions.Multiline, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Noise();
}
