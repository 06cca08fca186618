using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>
/// Which headers and footers no page shows: of first pages that are like any other, of even pages that the settings do not know, or of pages
/// that the document does not come to. Where it is not sure whether there is such a page, they are told.
/// </summary>
internal sealed class HeaderPages
{
    private readonly bool evenAndOdd;
    private readonly List<XElement> sections;
    private readonly IReadOnlyDictionary<XElement, SectionPages> pages;

    public HeaderPages(XElement document, XElement? settings, IReadOnlyDictionary<XElement, SectionPages> pages)
    {
        evenAndOdd = settings?.Element(W + "evenAndOddHeaders")?.IsOn() == true;
        sections = [.. Sections(document)];
        this.pages = pages;
        for (var at = 0; at < sections.Count; at++)
        {
            foreach (var reference in References(sections[at]).ToList())
            {
                Judge(reference, at);
            }
        }
    }

    /// <summary>References whose header is on no page.</summary>
    public HashSet<XElement> Unseen { get; } = [];

    /// <summary>References whose header is on a page only if the document is as long as it may be.</summary>
    public HashSet<XElement> Doubtful { get; } = [];

    public static IEnumerable<XElement> Sections(XElement document) =>
        document.Descendants(W + "sectPr").Where(section => section.Parent!.Name != W + "sectPrChange");

    public static IEnumerable<XElement> References(XElement section) =>
        section.Elements().Where(element => element.Name == W + "headerReference" || element.Name == W + "footerReference");

    // A section without a header of its own has that of the one before.
    private void Judge(XElement reference, int at)
    {
        var type = Type(reference);
        var (may, must) = (false, false);
        for (var next = at; next < sections.Count; next++)
        {
            if (next > at && References(sections[next]).Any(other => other.Name == reference.Name && Type(other) == type))
            {
                break;
            }

            var ways = Ways(sections[next], type).ToList();
            may |= ways.Exists(way => way.AtMost);
            must |= ways.TrueForAll(way => way.AtLeast);
        }

        (may ? must ? null : Doubtful : Unseen)?.Add(reference);
    }

    private static string Type(XElement reference) => reference.Text("type") switch { "first" => "first", "even" => "even", _ => "default" };

    /// <summary>Whether the section shows the kind of header, for each way in which its first page may be counted.</summary>
    private IEnumerable<(bool AtLeast, bool AtMost)> Ways(XElement section, string type)
    {
        var count = pages.GetValueOrDefault(section, SectionPages.Unknown);
        var title = section.Element(W + "titlePg")?.IsOn() == true;
        foreach (var odd in Odd(section, count))
        {
            foreach (var first in title && !count.StartsPage ? [true, false] : new[] { title })
            {
                yield return (Shows(type, count.Least, odd, first), Shows(type, count.Most, odd, first));
            }
        }
    }

    private static bool[] Odd(XElement section, SectionPages count) => section.Element(W + "type").Val() switch
    {
        "oddPage" => [true],
        "evenPage" => [false],
        _ when Number(section.Element(W + "pgNumType")?.Text("start")) is { } start => [(int)start % 2 != 0],
        _ => count.IsFirst ? [true] : [true, false],
    };

    private bool Shows(string type, int count, bool odd, bool title)
    {
        for (var page = 0; page < Math.Min(count, 4); page++)
        {
            var kind = page == 0 && title ? "first" : evenAndOdd && odd != (page % 2 == 0) ? "even" : "default";
            if (kind == type)
            {
                return true;
            }
        }

        return false;
    }
}
