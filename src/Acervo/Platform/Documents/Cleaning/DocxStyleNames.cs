using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.DocxNames;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The styles that something in the copy uses, and the names they have there: Word's own keep theirs, any other is given a number.</summary>
internal sealed partial class DocxStyleNames
{
    private static readonly string[] Pointers = ["pStyle", "rStyle", "tblStyle"];

    private readonly Dictionary<string, XElement> all = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Id, string Name)> kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    public DocxStyleNames(XElement? root)
    {
        foreach (var style in root?.Elements(W + "style") ?? [])
        {
            all.TryAdd(IdIn(style), style);
        }
    }

    public IEnumerable<XElement> Kept => all.Where(style => kept.ContainsKey(style.Key)).Select(style => style.Value);

    public string? IdOf(string id) => kept.TryGetValue(id, out var copied) ? copied.Id : null;

    /// <summary>The name that a style with this name has in the copy.</summary>
    public string? NameOf(string name) => Kept.Where(style => style.Element(W + "name").Val() == name).Select(style => kept[IdIn(style)].Name).FirstOrDefault();

    public void KeepDefaults()
    {
        foreach (var id in all.Where(style => (string?)style.Value.Attribute(W + "default") is "1" or "true" or "on").Select(style => style.Key))
        {
            Keep(id);
        }
    }

    public void KeepUsed(XElement story)
    {
        foreach (var pointer in story.Descendants().Where(element => element.Name.Namespace == W && Pointers.Contains(element.Name.LocalName)))
        {
            Keep(pointer.Val());
        }
    }

    private void Keep(string? id)
    {
        // A style builds upon another, never in a circle: what is kept already ends the walk.
        while (id is not null && all.TryGetValue(id, out var style) && !kept.ContainsKey(id))
        {
            var name = style.Element(W + "name").Val() ?? "";
            if (!OwnName().IsMatch(name) || !names.Add(name))
            {
                name = "Estilo " + (kept.Count + 1).ToString(CultureInfo.InvariantCulture);
                names.Add(name);
                style.SetElementValue(W + "name", null);
                style.AddFirst(new XElement(W + "name", new XAttribute(W + "val", name)));
            }

            kept[id] = (string.Concat(name.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..])), name);
            id = style.Element(W + "basedOn").Val();
        }
    }

    private static string IdIn(XElement style) => (string?)style.Attribute(W + "styleId") ?? "";

    [GeneratedRegex("^(normal|heading [1-9]|title|subtitle|list paragraph|header|footer|caption|toc [1-9]|toc heading|table of figures|footnote "
        + "(text|reference)|endnote (text|reference)|page number"
        + "|hyperlink|strong|emphasis|quote|intense quote|no spacing|body text( [23])?|body text indent|list( (bullet|number))?( [2-5])?|plain text|default "
        + "paragraph font|normal table|table normal|no list"
        + "|table grid( light)?|plain table [1-5]|grid table [1-7]( (light|colorful|dark))?|list table [1-7]( (light|colorful|dark))?|light "
        + "(shading|list|grid)|medium (shading|list|grid) [1-3]|normal \\(web\\)|placeholder text)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex OwnName();
}
