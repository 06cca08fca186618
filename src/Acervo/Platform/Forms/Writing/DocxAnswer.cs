using System.Text.RegularExpressions;
using System.Xml.Linq;
using static Acervo.Platform.Forms.Writing.Wml;

namespace Acervo.Platform.Forms.Writing;

/// <summary>What a kind of answer needs to write itself into its box in Word.</summary>
internal sealed partial class DocxAnswer(string style, DocxMarkdown markdown, DocxLinks links)
{
    public XElement Line(string text) => Wml.Paragraph(style, Run(text));

    /// <summary>A line whose addresses can be followed.</summary>
    public XElement Linked(string item) => Wml.Paragraph(style, Address().Split(item).Where(piece => piece.Length > 0).Select(piece =>
        Address().IsMatch(piece) && DocxLinks.IsLinkable(piece) ? links.Link(piece, Run(piece, Val("rStyle", "Hyperlink"))) : Run(piece)));

    public IEnumerable<XElement> Markdown(string text) => markdown.Paragraphs(text);

    [GeneratedRegex(@"(?<address>https?://[^\s<>""]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
