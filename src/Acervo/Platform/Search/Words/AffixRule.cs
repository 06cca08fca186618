using Acervo.Platform.Text;

namespace Acervo.Platform.Search.Words;

/// <summary>How a dictionary of hunspell makes a word of another: what it takes away, what it adds, which words it is for. Letters are folded.</summary>
/// <param name="Flag">The words that have it can be changed so.</param>
/// <param name="Strip">What is taken away.</param>
/// <param name="Add">What comes in its place.</param>
/// <param name="Condition">The letters at that end, each a choice; null is any.</param>
/// <param name="Then">What can be done to the word that was made.</param>
internal sealed record AffixRule(char Flag, string Strip, string Add, IReadOnlyList<(string Letters, bool IsNot)?> Condition, string Then)
{
    private const int Cells = 5;

    /// <summary>A line of the file of affixes; null when it is another kind of line.</summary>
    public static AffixRule? Read(string line)
    {
        var cells = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (cells.Length < Cells || cells[0] is not ("SFX" or "PFX") || cells[1].Length != 1)
        {
            return null;
        }

        var added = cells[3].Split('/');
        return new AffixRule(cells[1][0], Letters(cells[2]), Letters(added[0]), [.. Choices(Slug.Fold(cells[4]))], added.Length > 1 ? added[1] : "");
    }

    /// <summary>What a word that ends (or begins) so was made of; null when it cannot have been made by this.</summary>
    public string? Undo(string word, bool isPrefix)
    {
        var root = isPrefix ? Strip + word[Add.Length..] : word[..^Add.Length] + Strip;
        if (root.Length < Condition.Count || root.Length == 0)
        {
            return null;
        }

        var first = isPrefix ? 0 : root.Length - Condition.Count;
        for (var at = 0; at < Condition.Count; at++)
        {
            if (Condition[at] is var (letters, isNot) && letters.Contains(root[first + at], StringComparison.Ordinal) == isNot)
            {
                return null;
            }
        }

        return root;
    }

    private static string Letters(string cell) => cell == "0" ? "" : Slug.Fold(cell);

    private static IEnumerable<(string Letters, bool IsNot)?> Choices(string condition)
    {
        for (var at = 0; at < condition.Length; at++)
        {
            if (condition[at] == '.')
            {
                yield return null;
            }
            else if (condition[at] != '[')
            {
                yield return (condition[at..(at + 1)], false);
            }
            else
            {
                var end = condition.IndexOf(']', at);
                var isNot = condition[at + 1] == '^';
                yield return (condition[(isNot ? at + 2 : at + 1)..end], isNot);
                at = end;
            }
        }
    }
}
