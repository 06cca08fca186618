using System.Globalization;
using System.Text.RegularExpressions;
using Acervo.Platform.Documents.Text;
using Acervo.Platform.Documents.Word;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Acervo.Platform.Documents.Html;

/// <summary>Gathers the inline content of HTML until a block begins, and hands it over as paragraphs.</summary>
internal sealed partial class HtmlInline
{
    private readonly List<WordSpan> spans = [];

    public void Read(INode node) => Read(node, false, false, null);

    public IEnumerable<DocumentBlock> Take()
    {
        var blocks = WordMarkdown.Pieces(spans).Select(piece => Block(piece.Text, piece.Muted)).ToList();
        spans.Clear();
        return blocks;
    }

    private static DocumentBlock Block(string text, bool muted)
    {
        var (marker, rest) = ListMarker.Split(text);
        return marker is null || text.Contains('\n', StringComparison.Ordinal)
            ? new DocumentBlock { Text = text, Muted = muted }
            : new DocumentBlock { Text = rest, Marker = marker, Muted = muted };
    }

    private void Read(INode node, bool bold, bool muted, string? link)
    {
        switch (node)
        {
            case IText text:
                spans.Add(new WordSpan(Space().Replace(text.Data, " "), bold, muted, link));
                break;
            case IElement { TagName: "BR" }:
                spans.Add(new WordSpan("\n", bold, muted, null));
                break;
            case IHtmlInputElement input:
                spans.Add(new WordSpan(Written(input), bold, muted, null));
                break;
            case IElement { TagName: "SUP" } note when note.TextContent.Trim().All(char.IsDigit):
            case IElement { TagName: "SCRIPT" or "STYLE" }:
                break;
            case IElement element:
                var style = element.GetAttribute("style") ?? "";
                bold = element.TagName is "B" or "STRONG" || Bold().IsMatch(style) || (bold && !Normal().IsMatch(style));
                muted = Grey(style) ?? muted;
                link = element is IHtmlAnchorElement && element.GetAttribute("href") is { } href && href.Contains(':', StringComparison.Ordinal) ? href : link;
                foreach (var child in element.ChildNodes)
                {
                    Read(child, bold, muted, link);
                }

                break;
        }
    }

    private static string Written(IHtmlInputElement input) => input.Type switch
    {
        "checkbox" or "radio" => input.IsChecked ? " ☒ " : " ☐ ",
        "text" or "email" or "tel" or "date" or "number" => input.Value,
        _ => "",
    };

    private static bool? Grey(string style)
    {
        if (Colour().Match(style) is not { Success: true } colour)
        {
            return null;
        }

        return colour.Groups["value"].Value.ToUpperInvariant() is "GRAY" or "GREY" or "DIMGRAY" or "DARKGRAY"
            || (int.TryParse(colour.Groups["value"].Value.TrimStart('#'), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)
                && colour.Groups["value"].Length == 7 && WordStyles.IsGrey(rgb));
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Space();

    [GeneratedRegex(@"font-weight\s*:\s*(?:bold|[6-9]00)", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Bold();

    [GeneratedRegex(@"font-weight\s*:\s*(?:normal|[1-5]00)", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Normal();

    [GeneratedRegex(@"(?<![\w-])color\s*:\s*(?<value>#[0-9a-f]{6}|[a-z]+)", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Colour();
}
