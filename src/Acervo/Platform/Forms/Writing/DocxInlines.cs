using System.Xml.Linq;
using Markdig.Syntax.Inlines;
using static Acervo.Platform.Forms.Writing.Wml;

namespace Acervo.Platform.Forms.Writing;

/// <summary>Turns the inside of a Markdown paragraph into Word runs: bold, italic, links and line breaks.</summary>
internal sealed class DocxInlines(DocxLinks links)
{
    public IEnumerable<XElement> Runs(ContainerInline? container, params object[] format) =>
        container is null ? [] : container.SelectMany(inline => Runs(inline, format));

    private IEnumerable<XElement> Runs(Inline inline, object[] format) => inline switch
    {
        LiteralInline text => [Run(text.Content.ToString(), format)],
        CodeInline code => [Run(code.Content, format)],
        HtmlEntityInline entity => [Run(entity.Transcoded.ToString(), format)],
        LineBreakInline => [Run("\n", format)],
        AutolinkInline link => Link(link.IsEmail ? $"mailto:{link.Url}" : link.Url, [Run(link.Url, Styled(format))]),
        LinkInline { IsImage: false } link => Link(link.Url, Runs(link, Styled(format))),
        EmphasisInline emphasis => Runs(emphasis, With(format, emphasis.DelimiterCount > 1 ? "b" : "i")),
        ContainerInline inner => Runs(inner, format),
        _ => [],
    };

    private IEnumerable<XElement> Link(string? address, IEnumerable<XElement> runs) =>
        DocxLinks.IsLinkable(address) ? [links.Link(address!, runs)] : runs;

    private static object[] Styled(object[] format) => [Val("rStyle", "Hyperlink"), .. format];

    // The schema wants bold before italic, and each only once.
    private static object[] With(object[] format, string name)
    {
        var names = format.OfType<XElement>().Select(element => element.Name.LocalName).Append(name).ToHashSet(StringComparer.Ordinal);
        var style = format.OfType<XElement>().Where(element => element.Name == W + "rStyle");
        return [.. style, .. names.Contains("b") ? Bold : [], .. names.Contains("i") ? new object[] { El("i"), El("iCs") } : []];
    }
}
