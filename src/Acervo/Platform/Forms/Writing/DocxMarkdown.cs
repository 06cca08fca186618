using System.Xml.Linq;
using Acervo.Platform.Text;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;
using static Acervo.Platform.Forms.Writing.Wml;

namespace Acervo.Platform.Forms.Writing;

/// <summary>Turns a long answer, written in Markdown, into Word paragraphs with real lists.</summary>
internal sealed class DocxMarkdown(DocxLinks links, DocxNumbering lists)
{
    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    private readonly DocxInlines inlines = new(links);

    public IReadOnlyList<XElement> Paragraphs(string markdown) => Parse(markdown) is { } document
        ? [.. Blocks(document, 0, 0)]
        : [.. markdown.Split('\n').Select(line => Plain([Run(line)], 0))];

    /// <summary>The text as a document; null when it is too long or nested too deep for the parser, and is printed as it is.</summary>
    private static MarkdownDocument? Parse(string markdown)
    {
        if (markdown.Length > SafeMarkdown.LongestText)
        {
            return null;
        }

        try
        {
            return Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private IEnumerable<XElement> Blocks(ContainerBlock container, int level, int indent) => container.SelectMany(block => block switch
    {
        ListBlock list => Items(list, level),
        HeadingBlock heading => [Plain(inlines.Runs(heading.Inline, Bold), indent)],
        LinkReferenceDefinition definition => [Plain([Run($"[{definition.Label}]: {definition.Url}")], indent)],
        LeafBlock { Inline: { } inline } => [Plain(inlines.Runs(inline), indent)],
        LeafBlock leaf => [Plain([Run(leaf.Lines.ToString())], indent)],
        ContainerBlock inner => Blocks(inner, level, indent + 360),
        _ => [],
    });

    private IEnumerable<XElement> Items(ListBlock list, int level)
    {
        level = DocxNumbering.Deepest(level);
        var start = int.TryParse(list.OrderedStart, out var first) ? first : 1;
        var number = list.IsOrdered ? lists.NewNumbered(start, level) : DocxNumbering.Bullets;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var paragraphs = Blocks(item, level + 1, 720 + (level * 360)).ToList();
            if (item.FirstOrDefault() is not ParagraphBlock)
            {
                paragraphs.Insert(0, Plain([], 0));
            }

            paragraphs[0].Element(W + "pPr")!.ReplaceWith(El(
                "pPr", Val("pStyle", "ListParagraph"), El("numPr", Val("ilvl", level), Val("numId", number))));
            foreach (var paragraph in paragraphs)
            {
                yield return paragraph;
            }
        }
    }

    private static XElement Plain(IEnumerable<XElement> runs, int indent) => El(
        "p", El("pPr", Val("pStyle", "LongAnswer"), indent == 0 ? null : El("ind", At("left", indent))), runs);

    // People who type «texto» and a line of dashes, or four spaces, do not mean headings or code.
    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder().UseAutoLinks().DisableHtml();
        builder.BlockParsers.Find<ParagraphBlockParser>()!.ParseSetextHeadings = false;
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        return builder.Build();
    }
}
