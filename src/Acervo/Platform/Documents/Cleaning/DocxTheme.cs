using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.DocxNames;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The colours and fonts of the theme come along; the ways of filling and drawing that the format asks for are the plain ones.</summary>
internal static class DocxTheme
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.theme+xml";

    public static void Complete(XElement theme)
    {
        theme.SetAttributeValue("name", "o");
        foreach (var scheme in theme.Elements(A + "themeElements").Elements())
        {
            scheme.SetAttributeValue("name", "o");
        }

        foreach (var fonts in theme.Descendants().Where(element => element.Name.LocalName is "majorFont" or "minorFont").ToList())
        {
            fonts.ReplaceNodes(Face("latin", fonts, "Calibri"), Face("ea", fonts, ""), Face("cs", fonts, ""));
        }

        theme.Element(A + "themeElements")?.Add(new XElement(
            A + "fmtScheme",
            new XAttribute("name", "o"),
            new XElement(A + "fillStyleLst", Thrice(Fill)),
            new XElement(A + "lnStyleLst", Thrice(() => new XElement(A + "ln", new XAttribute("w", 6350), Fill()))),
            new XElement(A + "effectStyleLst", Thrice(() => new XElement(A + "effectStyle", new XElement(A + "effectLst")))),
            new XElement(A + "bgFillStyleLst", Thrice(Fill))));
    }

    private static XElement Face(string name, XElement fonts, string otherwise) =>
        new(A + name, new XAttribute("typeface", (string?)fonts.Element(A + name)?.Attribute("typeface") ?? otherwise));

    private static XElement Fill() => new(A + "solidFill", new XElement(A + "schemeClr", new XAttribute("val", "phClr")));

    private static IEnumerable<XElement> Thrice(Func<XElement> make) => [make(), make(), make()];
}
