using System.Net;
using System.Text;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Acervo.Platform.Text;

/// <summary>Markdown of people to HTML that is safe to show: no raw HTML, links only to the web and to mail, pictures become links.</summary>
public static class SafeMarkdown
{
    /// <summary>Twice what the forms allow. The parser's time grows with the square of some texts.</summary>
    internal const int LongestText = 40_000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .DisableHeadings()
        .UseAutoLinks(new AutoLinkOptions { OpenInNewWindow = false })
        .Build();

    public static string ToHtml(string? markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown))
        {
            return "";
        }

        if (Parse(markdown) is not { } document)
        {
            return $"<p>{WebUtility.HtmlEncode(markdown)}</p>";
        }

        foreach (var link in document.Descendants<LinkInline>())
        {
            link.IsImage = false;
            if (!IsHarmless(link.Url))
            {
                link.Url = "#";
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsHarmless(link.Url)))
        {
            link.Url = "#";
        }

        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString();
    }

    /// <summary>The words alone, one paragraph or item a line: for search, extracts and counting.</summary>
    public static string ToPlain(string? markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown))
        {
            return "";
        }

        var plain = new StringBuilder();
        if (Parse(markdown) is not { } document)
        {
            return markdown.Trim();
        }

        foreach (var leaf in document.Descendants<LeafBlock>())
        {
            plain.Append(Words(leaf)).Append('\n');
        }

        return plain.ToString().Trim();
    }

    /// <summary>The words that one paragraph or item shows.</summary>
    internal static string Words(LeafBlock leaf) =>
        leaf.Inline is null ? leaf.Lines.ToString() : string.Concat(leaf.Inline.Descendants().Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        AutolinkInline link => link.Url,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline => " ",
        _ => "",
    }));

    /// <summary>The text as a document; null when it is too long or too deeply nested to be one, and is shown as it is.</summary>
    internal static MarkdownDocument? Parse(string markdown)
    {
        if (markdown.Length > LongestText)
        {
            return null;
        }

        try
        {
            return Markdown.Parse(markdown.Replace("\0", "", StringComparison.Ordinal), Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig refuses to nest without end.
            return null;
        }
    }

    private static bool IsHarmless(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https" or "mailto");
}
