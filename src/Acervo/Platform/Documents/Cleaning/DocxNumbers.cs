using System.Text.RegularExpressions;
using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.DocxNames;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Keeps the lists that a paragraph of the copy counts with; levels that no paragraph reaches keep their numbers and lose their words.</summary>
internal static partial class DocxNumbers
{
    /// <summary>False when nothing is counted.</summary>
    public static bool KeepUsed(XElement numbering, IEnumerable<XElement> roots)
    {
        var used = roots.SelectMany(root => root.Descendants(W + "numPr")).Select(list => list.Element(W + "numId").Val()).OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var levels = roots.SelectMany(root => root.Descendants(W + "ilvl")).Select(level => level.Val() ?? "").Append("0").ToHashSet(StringComparer.Ordinal);
        numbering.Elements(W + "num").Where(list => !used.Contains((string?)list.Attribute(W + "numId") ?? "")).Remove();
        FollowLinks(numbering);
        var kinds = numbering.Elements(W + "num").Select(list => list.Element(W + "abstractNumId").Val()).ToHashSet(StringComparer.Ordinal);
        numbering.Elements(W + "abstractNum").Where(kind => !kinds.Contains((string?)kind.Attribute(W + "abstractNumId"))).Remove();
        var faded = Faded(numbering, roots);
        foreach (var level in numbering.Descendants(W + "lvl"))
        {
            var isUsed = levels.Contains((string?)level.Attribute(W + "ilvl") ?? "") || level.Element(W + "pStyle") is not null;
            if (level.Element(W + "lvlText") is { } text && (!isUsed || DocxFaint.Is(level.Element(W + "rPr")) || faded.Contains(level.Parent!)))
            {
                text.SetAttributeValue(W + "val", Word().Replace(text.Val() ?? "", ""));
            }
        }

        return numbering.HasElements;
    }

    /// <summary>A list may borrow its levels from another by the name of a style; in the copy it has them itself.</summary>
    private static void FollowLinks(XElement numbering)
    {
        foreach (var kind in numbering.Elements(W + "abstractNum")
            .Where(kind => kind.Element(W + "numStyleLink") is not null && kind.Element(W + "lvl") is null).ToList())
        {
            var link = kind.Element(W + "numStyleLink").Val();
            var source = numbering.Elements(W + "abstractNum").FirstOrDefault(other => other.Element(W + "styleLink").Val() == link);
            kind.Add(source?.Elements(W + "lvl").Select(level => new XElement(level)));
        }
    }

    /// <summary>The lists that some paragraph or style counts with in letters that are hardly seen.</summary>
    private static HashSet<XElement> Faded(XElement numbering, IEnumerable<XElement> roots)
    {
        var lists = roots.SelectMany(root => root.Descendants(W + "numPr"))
            .Where(list => DocxFaint.Is(list.Parent?.Element(W + "rPr")) || DocxFaint.Is(list.Parent?.Parent?.Element(W + "rPr")))
            .Select(list => list.Element(W + "numId").Val() ?? "").ToHashSet(StringComparer.Ordinal);
        var kinds = numbering.Elements(W + "num").Where(list => lists.Contains((string?)list.Attribute(W + "numId") ?? ""))
            .Select(list => list.Element(W + "abstractNumId").Val()).ToHashSet(StringComparer.Ordinal);
        return [.. numbering.Elements(W + "abstractNum").Where(kind => kinds.Contains((string?)kind.Attribute(W + "abstractNumId")))];
    }

    [GeneratedRegex(@"[\p{L}]{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
