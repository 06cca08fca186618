using System.Xml.Linq;
using Acervo.Platform.Documents.Cleaning;

namespace Acervo.Platform.Documents.OpenDocument;

/// <summary>Takes out of an OpenDocument text what its marks hide: styles, sections, paragraphs, rows, columns, fields, and what was deleted.</summary>
internal sealed class HiddenMarks
{
    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static readonly XNamespace Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace Draw = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";

    // As many as LibreOffice draws in a table of text; counts beyond that are there to take memory.
    private const int MostColumns = 1024;

    private static readonly string[] Stories = ["content.xml", "styles.xml"];

    private readonly HashSet<string> hiding;

    private HiddenMarks(IEnumerable<XElement> roots) => hiding = HidingStyles([.. roots.SelectMany(root => root.Descendants(Style + "style"))]);

    public static List<HiddenPassage> Cut(OfficePackage package)
    {
        var parts = Stories.Where(package.Has).Select(name => (name, root: OfficeXml.Read(package[name]))).ToList();
        var marks = new HiddenMarks(parts.Select(part => part.root));
        var hidden = new List<HiddenPassage>();
        foreach (var (name, root) in parts)
        {
            marks.Cut(root, hidden);
            package[name] = OfficeXml.Write(root);
        }

        return hidden;
    }

    private void Cut(XElement root, List<HiddenPassage> hidden)
    {
        root.RemoveAll(element => element.Name == Text + "tracked-changes" || element.Name == Office + "annotation");
        var lost = new HashSet<XElement>();
        foreach (var element in root.Descendants().Where(IsHidden).Concat(HiddenColumns(root)).ToList())
        {
            if (lost.Add(element) && !element.Ancestors().Any(lost.Contains))
            {
                hidden.Add(new HiddenPassage("marcado como oculto", Words(element)));
            }
        }

        root.RemoveAll(lost.Contains);
    }

    private bool IsHidden(XElement element)
    {
        if (element.Name.Namespace == Text)
        {
            return element.Name.LocalName switch
            {
                "hidden-text" => (string?)element.Attribute(Text + "is-hidden") != "false",
                "p" or "h" => Hides(element, Text + "style-name")
                    || element.Elements(Text + "hidden-paragraph").Any(mark => (string?)mark.Attribute(Text + "is-hidden") != "false"),
                "span" or "a" => Hides(element, Text + "style-name"),
                "section" => (string?)element.Attribute(Text + "display") is "none" or "condition",
                _ => (string?)element.Attribute(Text + "display") == "none",
            };
        }

        return element.Name == Table + "table-row" ? (string?)element.Attribute(Table + "visibility") is "collapse" or "filter"
            : (string?)element.Attribute(Draw + "display") is "none" or "printer";
    }

    private bool Hides(XElement element, XName name) => (string?)element.Attribute(name) is { } style && hiding.Contains(style);

    /// <summary>The cells of columns that are not shown, told by counting.</summary>
    private static IEnumerable<XElement> HiddenColumns(XElement root)
    {
        foreach (var table in root.Descendants(Table + "table"))
        {
            var hidden = new HashSet<int>();
            var column = 0;
            foreach (var each in table.Descendants(Table + "table-column").Where(each => each.Ancestors(Table + "table").First() == table))
            {
                var times = Repeated(each, "number-columns-repeated");
                hidden.UnionWith((string?)each.Attribute(Table + "visibility") is "collapse" or "filter" ? Enumerable.Range(column, times) : []);
                column += times;
                if (column > MostColumns)
                {
                    break;
                }
            }

            foreach (var row in hidden.Count == 0 ? [] : table.Descendants(Table + "table-row").Where(each => each.Ancestors(Table + "table").First() == table))
            {
                var at = 0;
                foreach (var cell in row.Elements())
                {
                    foreach (var block in hidden.Contains(at) ? cell.Elements() : [])
                    {
                        yield return block;
                    }

                    at += Repeated(cell, "number-columns-repeated");
                }
            }
        }
    }

    private static int Repeated(XElement element, string name) =>
        int.TryParse((string?)element.Attribute(Table + name), out var times) ? Math.Clamp(times, 1, MostColumns) : 1;

    /// <summary>Styles that hide letters, and those built upon them that do not show them again.</summary>
    private static HashSet<string> HidingStyles(List<XElement> styles)
    {
        var byName = new Dictionary<string, XElement>(StringComparer.Ordinal);
        styles.ForEach(style => byName[(string?)style.Attribute(Style + "name") ?? ""] = style);
        return [.. byName.Keys.Where(name => Hides(name, byName))];
    }

    private static bool Hides(string name, Dictionary<string, XElement> styles)
    {
        var next = (string?)name;
        for (var depth = 0; depth < 20 && next is not null && styles.TryGetValue(next, out var style); depth++)
        {
            if ((string?)style.Element(Style + "text-properties")?.Attribute(Text + "display") is { } display)
            {
                return display is "none" or "condition";
            }

            next = (string?)style.Attribute(Style + "parent-style-name");
        }

        return false;
    }

    private static string Words(XElement element) =>
        (string?)element.Attribute(Text + "string-value")
        ?? string.Join(' ', element.DescendantNodes().OfType<XText>().Select(text => text.Value.Trim()).Where(text => text.Length > 0));
}
