using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Acervo.Platform.Documents.Layout;
using Acervo.Platform.Documents.Text;
using Acervo.Platform.Documents.Word;

namespace Acervo.Platform.Documents.Pdf;

/// <summary>Reads the XML of poppler's pdftohtml: where every stretch of text stands, in which weight and colour.</summary>
internal static partial class PdfXml
{
    /// <summary>pdftohtml draws at one and a half dots a point.</summary>
    private const double Scale = 1.5;

    private const int Unknown = -1;

    /// <summary>pdftohtml places upside-down letters above their line, where upright ones stand; they hang below it by this share of their height.</summary>
    private const double Hanging = 0.62;

    public static IReadOnlyList<LayoutPage> Read(byte[] xml)
    {
        var text = Encoding.UTF8.GetString(xml);
        text = Noise().Replace(text[Math.Max(text.IndexOf("<pdf2xml", StringComparison.Ordinal), 0)..], "");
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = false });
        var fonts = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. XDocument.Load(reader).Root!.Elements("page").Select(page => Page(page, fonts))];
    }

    private static LayoutPage Page(XElement page, Dictionary<string, int> fonts)
    {
        foreach (var font in page.Elements("fontspec"))
        {
            var colour = (string?)font.Attribute("color") ?? "";
            fonts[(string?)font.Attribute("id") ?? ""] = int.TryParse(colour.TrimStart('#'), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)
                ? rgb : Unknown;
        }

        return new LayoutPage((int)Number(page, "number"), Number(page, "width") / Scale, Number(page, "height") / Scale,
            [.. page.Elements("text").SelectMany(text => Segments(text, fonts.GetValueOrDefault((string?)text.Attribute("font") ?? "", Unknown)))]);
    }

    /// <summary>One element may hold bold and plain stretches; their widths are shared out by their letters.</summary>
    private static IEnumerable<Segment> Segments(XElement text, int colour)
    {
        var (left, top, width, height) = (Number(text, "left") / Scale, Number(text, "top") / Scale, Number(text, "width") / Scale,
            Number(text, "height") / Scale);
        var total = Math.Max(text.Value.Length, 1);
        var position = 0;
        var turned = width < 0;
        top += turned ? height * Hanging : 0;
        foreach (var part in text.DescendantNodes().OfType<XText>())
        {
            var from = left + width * position / total;
            position += part.Value.Length;
            var to = left + width * position / total;
            yield return new Segment(Math.Min(from, to), top, Math.Max(from, to), top + height, Together(InvisibleSigns.Letters(part.Value)),
                part.Ancestors("b").Any(),
                colour != Unknown && WordStyles.IsGrey(colour))
            { Shade = Shade(colour), Turned = turned };
        }
    }

    /// <summary>Letters that stand apart, as «b i e n   v i s t o», are words all the same: more than one blank parts them.</summary>
    private static string Together(string text) => Spaced().IsMatch(text) && text.Count(char.IsLetter) * 3 > text.Count(letter => letter != ' ') * 2
        ? Blanks().Replace(text, blank => blank.Length > 1 ? " " : "") : text;

    /// <summary>The grey that poppler makes of a colour when it draws in greys.</summary>
    private static int Shade(int colour) =>
        colour == Unknown ? Unknown : (int)Math.Round((0.3 * (colour >> 16 & 0xFF)) + (0.59 * (colour >> 8 & 0xFF)) + (0.11 * (colour & 0xFF)));

    private static double Number(XElement element, string name) =>
        double.TryParse((string?)element.Attribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Several words, one of three letters or more, all letters apart.</summary>
    [GeneratedRegex(@"^\s*(?=.*\S \S \S)\S(?: \S)*(?: {2,}\S(?: \S)*)+\s*$", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Spaced();

    [GeneratedRegex(" +", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Blanks();

    /// <summary>poppler prints some messages among its XML, and control codes that XML does not allow.</summary>
    [GeneratedRegex(@"^\s*link to page \d+(?=\s|$)|(?<=>)\s*(?:link to page \d+\s*)+|[\u0000-\u0008\u000B\u000C\u000E-\u001F]", RegexOptions.Multiline,
        ReadingLimits.PatternMilliseconds)]
    private static partial Regex Noise();
}
