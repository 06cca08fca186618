using System.Net;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Acervo.Platform.Text;

/// <summary>A paragraph or item of a Markdown text: where it stands in the source, the words it shows, and where its links lead.</summary>
internal sealed record ShownBlock(int Start, int End, string Text, IReadOnlyList<string> Links)
{
    /// <summary>Everything a reader, or a program that follows links, gets from it.</summary>
    public IEnumerable<string> All => [Text, .. Links];

    /// <summary>Whether its source can be replaced by its words: the targets of links, gathered at the end of a text, have no sure place.</summary>
    public bool IsInPlace { get; private init; }

    public static IReadOnlyList<ShownBlock> Of(string markdown) => SafeMarkdown.Parse(markdown) is { } document
        ? [.. document.Descendants<LeafBlock>().Select(leaf => new ShownBlock(leaf.Span.Start, leaf.Span.End, SafeMarkdown.Words(leaf), [.. Targets(leaf)])
        {
            IsInPlace = leaf is not LinkReferenceDefinition && leaf.Span.Start >= 0 && leaf.Span.End < markdown.Length && leaf.Span.Length > 0,
        })]
        : [];

    private static IEnumerable<string> Targets(LeafBlock leaf)
    {
        var own = leaf is LinkReferenceDefinition definition ? new[] { definition.Url, definition.Title } : [];
        var links = leaf.Inline?.Descendants<LinkInline>().SelectMany(link => new[] { link.Url, link.Title }) ?? [];
        return own.Concat(links).OfType<string>()
            .Select(target => Uri.UnescapeDataString(WebUtility.HtmlDecode(target.Replace("\\", "", StringComparison.Ordinal))));
    }
}
