using System.Security.Cryptography;
using System.Text;
using Acervo.Platform.Text;

namespace Acervo.Platform.Tables.Imports;

/// <summary>The row that says what the columns are, wherever it stands, and its words by column.</summary>
public sealed record Heading(string Sheet, int Row, IReadOnlyDictionary<int, string> Words)
{
    private HashSet<string>? compared;

    /// <summary>The words as they are compared: without case, accents and signs.</summary>
    public IReadOnlySet<string> Compared => compared ??= Words.Values.Select(Slug.Of).ToHashSet(StringComparer.Ordinal);

    /// <summary>The same for the same set of words, in whatever order.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Compared.Order(StringComparer.Ordinal)))));

    /// <summary>The words of a row that a person names.</summary>
    public static Heading At(IReadOnlyList<ImportRow> rows, string sheet, int number)
    {
        var here = rows.Where(row => row.Sheet == sheet).ToList();
        var at = here.FindIndex(row => row.Number == number);
        return at >= 0 ? Of(here, at)
            : throw new RuleException($"En la hoja «{sheet}» no hay nada en la fila {number}. Escriba la fila donde están los nombres de las columnas.");
    }

    /// <summary>
    /// The words of a row of one sheet; where a cell is empty, because its heading is merged over two rows, those of the row right above it.
    /// </summary>
    public static Heading Of(IReadOnlyList<ImportRow> sheet, int at)
    {
        var words = WordsOf(sheet[at]);
        if (at > 0 && sheet[at - 1].Number == sheet[at].Number - 1 && WordsOf(sheet[at - 1]) is { Count: > 1 } upper)
        {
            foreach (var (column, word) in upper)
            {
                words.TryAdd(column, word);
            }
        }

        return new Heading(sheet[at].Sheet, sheet[at].Number, words);
    }

    /// <summary>Which column is which field, by name: the very name first, then one that holds it. No field twice.</summary>
    public Dictionary<int, string> Propose(IReadOnlyList<TableField> fields)
    {
        Dictionary<int, string> proposed = [];
        foreach (var isExact in new[] { true, false })
        {
            foreach (var field in fields.Where(field => !proposed.ContainsValue(field.Key)))
            {
                var names = field.Aliases.Append(field.Name).Append(field.Key).Select(Slug.Of).ToList();
                var column = Words.Where(word => !proposed.ContainsKey(word.Key) && names.Exists(name => Fits(Slug.Of(word.Value), name, isExact)))
                    .Select(word => (int?)word.Key).Min();
                if (column is { } found)
                {
                    proposed.Add(found, field.Key);
                }
            }
        }

        return proposed;
    }

    private static bool Fits(string word, string name, bool isExact) => isExact ? word == name
        : $"-{word}-".Contains($"-{name}-", StringComparison.Ordinal);

    private static Dictionary<int, string> WordsOf(ImportRow row) => row.Cells.Select((cell, column) => (cell, column)).Where(pair => pair.cell is not null)
        .ToDictionary(pair => pair.column, pair => pair.cell!.Text);
}
