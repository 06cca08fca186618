using System.Xml.Linq;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>
/// Everything that the copy of a Word document may be written with. Read from plain tables: one line an element, «name | attribute:kinds |
/// children»; names without a prefix are those of the table, <c>@</c> stands for a list of names and <c>$</c> for a list of attributes.
/// Kinds are explained in <see cref="DocxValues"/>.
/// </summary>
internal static class DocxVocabulary
{
    private static readonly Dictionary<XName, DocxRule> Rules = Read();

    public static DocxRule? Of(XName name) => Rules.GetValueOrDefault(name);

    private static Dictionary<XName, DocxRule> Read()
    {
        var rules = new Dictionary<XName, DocxRule>();
        foreach (var (prefix, table) in new[]
        {
            ("w", DocxTextTable.Text), ("w", DocxTableTable.Text), ("w", DocxStyleTable.Text),
            ("wp", DocxDrawingTable.Places), ("a", DocxDrawingTable.Shapes), ("a", DocxDrawingTable.Colours), ("m", DocxMathTable.Text),
        })
        {
            ReadTable(prefix, table, rules);
        }

        return rules;
    }

    private static void ReadTable(string prefix, string table, Dictionary<XName, DocxRule> rules)
    {
        var lists = new Dictionary<string, string>(StringComparer.Ordinal);
        // A backslash at its end carries a line on.
        foreach (var line in table.Replace("\\\n", " ", StringComparison.Ordinal)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line[0] is '@' or '$')
            {
                var (name, words) = Cut(line, '=');
                lists[name] = words;
                continue;
            }

            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            var own = cells[0].Contains(':', StringComparison.Ordinal) ? cells[0][..cells[0].IndexOf(':', StringComparison.Ordinal)] : prefix;
            var rule = new DocxRule(
                Words(cells[1], lists).Select(word => Attribute(word, own)).ToDictionary(pair => pair.Name, pair => pair.Kinds),
                Words(cells[2], lists).Where(word => word != "#").Select(word => Name(word, prefix)).ToHashSet(),
                cells[2] == "#");
            foreach (var name in cells[0].Split(' '))
            {
                rules.Add(Name(name, prefix), rule);
            }
        }
    }

    private static IEnumerable<string> Words(string cell, Dictionary<string, string> lists) => cell
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(word => word[0] is '@' or '$' ? Words(lists[word], lists) : [word]);

    /// <summary>Word writes the prefix on its attributes; drawings do not.</summary>
    private static (XName Name, string Kinds) Attribute(string word, string prefix)
    {
        var cut = word.LastIndexOf(':');
        var name = word[..cut];
        return (name.Contains(':', StringComparison.Ordinal) || prefix is "w" or "m" ? Name(name, prefix) : name, word[(cut + 1)..]);
    }

    private static XName Name(string word, string prefix)
    {
        var (before, name) = Cut(word, ':');
        return name.Length == 0 ? DocxNames.ByPrefix[prefix] + before : DocxNames.ByPrefix[before] + name;
    }

    private static (string Before, string After) Cut(string text, char sign)
    {
        var at = text.IndexOf(sign, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at].Trim(), text[(at + 1)..].Trim());
    }
}
