using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.DocxCleaner;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Knows which styles hide text, and takes hidden text out of a part. When in doubt, text is hidden.</summary>
internal sealed class DocxHiddenStyles
{
    private readonly Dictionary<string, XElement> styles = new(StringComparer.Ordinal);
    private readonly HashSet<string> defaults = new(StringComparer.Ordinal);
    private readonly bool everything;

    private DocxHiddenStyles(XElement? root)
    {
        foreach (var style in root?.Elements(W + "style") ?? [])
        {
            var id = (string?)style.Attribute(W + "styleId") ?? "";
            styles[id] = style;
            if ((string?)style.Attribute(W + "default") is "1" or "true" or "on")
            {
                defaults.Add(id);
            }
        }

        everything = Vanish(root?.Element(W + "docDefaults")?.Element(W + "rPrDefault")?.Element(W + "rPr")) == true;
    }

    public static DocxHiddenStyles Read(OfficePackage package, string main)
    {
        var part = OfficeRelations.Read(package, main).Find(relation => relation.Kind == "styles")?.Target;
        return new DocxHiddenStyles(part is not null && package.Has(part) ? OfficeXml.Read(package[part]) : null);
    }

    public int Remove(XElement root)
    {
        var count = root.RemoveAll(element => element.Name == W + "r" && IsHidden(element) && element.Elements().Any(child => child.Name != W + "rPr"));
        root.RemoveAll(element => element.Name == W + "p" && Vanish(element.Element(W + "pPr")?.Element(W + "rPr")) == true && IsEmpty(element));
        root.RemoveAll(element => element.Name == W + "vanish" || element.Name == W + "specVanish");
        return count;
    }

    private bool IsHidden(XElement run)
    {
        var own = run.Element(W + "rPr");
        return Vanish(own) ?? (everything || Inherited(run, own));
    }

    private bool Inherited(XElement run, XElement? own)
    {
        var paragraph = run.Ancestors(W + "p").FirstOrDefault()?.Element(W + "pPr");
        var tables = run.Ancestors(W + "tbl").Select(table => Id(table.Element(W + "tblPr")?.Element(W + "tblStyle")));
        string?[] named = [Id(own?.Element(W + "rStyle")), Id(paragraph?.Element(W + "pStyle")), .. tables];
        return named.OfType<string>().Concat(defaults).Any(style => Hides(style));
    }

    private bool Hides(string? style, int depth = 0)
    {
        // Word stops far earlier; a circle of styles must not hold us.
        if (style is null || depth > 20 || !styles.TryGetValue(style, out var element))
        {
            return false;
        }

        return Vanish(element.Element(W + "rPr")) ?? (ConditionallyHides(element) || Hides(Id(element.Element(W + "basedOn")), depth + 1));
    }

    private static bool ConditionallyHides(XElement style) =>
        style.Elements(W + "tblStylePr").Any(part => Vanish(part.Element(W + "rPr")) == true);

    private static bool IsEmpty(XElement paragraph) =>
        paragraph.Element(W + "pPr")?.Element(W + "sectPr") is null && !paragraph.Elements().Any(child => child.Name != W + "pPr");

    private static bool? Vanish(XElement? properties) => properties?.Element(W + "vanish") is { } vanish
        ? (string?)vanish.Attribute(W + "val") is not ("0" or "false" or "off")
        : null;

    private static string? Id(XElement? element) => (string?)element?.Attribute(W + "val");
}
