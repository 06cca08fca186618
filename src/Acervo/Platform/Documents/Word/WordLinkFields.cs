using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word;

/// <summary>Keeps the address of a link that Word wrote as a field: its code is cut as nobody sees it, while the words it shows stay.</summary>
internal static partial class WordLinkFields
{
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static string? Address(string? code) => code is not null && Code().Match(code) is { Success: true } link && IsAddress(link.Groups["address"].Value)
        ? link.Groups["address"].Value : null;

    public static bool IsAddress(string text) => text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Puts what such a field shows into a link element with the address.</summary>
    public static void Keep(XElement document)
    {
        foreach (var paragraph in document.Descendants(W + "p").ToList())
        {
            Keep(paragraph.Elements().ToList());
        }
    }

    private static void Keep(List<XElement> parts)
    {
        var (shown, depth) = ((List<XElement>?)null, 0);
        var code = new StringBuilder();
        foreach (var part in parts)
        {
            var mark = part.Element(W + "fldChar")?.Attribute(W + "fldCharType")?.Value;
            if (mark == "begin")
            {
                (shown, depth) = depth == 0 ? (null, 1) : (shown, depth + 1);
                if (depth == 1)
                {
                    code.Clear();
                }
            }
            else if (mark == "separate" && depth == 1)
            {
                shown = [];
            }
            else if (mark == "end")
            {
                depth--;
                if (depth == 0 && shown is { Count: > 0 } && Address(code.ToString()) is { } address)
                {
                    Wrap(shown, address);
                }
            }
            else if (depth == 1 && shown is null)
            {
                code.AppendJoin("", part.Elements(W + "instrText").Select(text => text.Value));
            }
            else
            {
                shown?.Add(part);
            }
        }
    }

    private static void Wrap(List<XElement> shown, string address)
    {
        var link = new XElement(W + "hyperlink", new XAttribute(Relations + "id", address));
        shown[0].AddBeforeSelf(link);
        shown.ForEach(part => part.Remove());
        link.Add(shown);
    }

    [GeneratedRegex("^\\s*HYPERLINK\\s+\"(?<address>[^\"]+)\"", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Code();
}
