using System.Text;
using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>The letters inside an element of a Word document, as they are written.</summary>
internal static class Letters
{
    /// <summary>The text, with a blank where a paragraph, tab or line ends. Variants that repeat each other are taken once.</summary>
    public static string Of(XElement element)
    {
        var text = new StringBuilder();
        for (var next = element; next is not null;)
        {
            text.Append(Of(next.Name, next));
            var skip = next.Name == Mc + "Fallback" && next != element && next.ElementsBeforeSelf().Any();
            next = skip ? After(next, element) : next.Elements().FirstOrDefault() ?? After(next, element);
        }

        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    public static bool HasAny(XElement element) => element.DescendantsAndSelf().Any(part => IsText(part.Name) && !string.IsNullOrWhiteSpace(part.Value));

    /// <summary>All of these words stand in the other text too.</summary>
    public static bool IsWithin(string words, string text)
    {
        var there = text.Split(' ').ToHashSet(StringComparer.Ordinal);
        return words.Length == 0 || Array.TrueForAll(words.Split(' '), there.Contains);
    }

    public static bool IsText(XName name) => name.LocalName is "t" or "delText" && (name.Namespace == W || name.Namespace == A || name.Namespace == M);

    private static string Of(XName name, XElement element) =>
        IsText(name) ? element.Value : name.Namespace == W && name.LocalName is "p" or "tab" or "br" or "cr" or "tc" ? " " : "";

    private static XElement? After(XElement element, XElement root)
    {
        for (var at = element; at != root; at = at.Parent!)
        {
            if (at.ElementsAfterSelf().FirstOrDefault() is { } next)
            {
                return next;
            }
        }

        return null;
    }
}
