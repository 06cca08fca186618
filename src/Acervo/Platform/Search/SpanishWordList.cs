using Acervo.Platform.Search.Words;
using Acervo.Platform.Text;

namespace Acervo.Platform.Search;

/// <summary>
/// What is a word in Spanish, by the dictionary of hunspell that Debian ships: such a word is never taken for a slip. Accents do not matter. It is read
/// when it is first asked for; without it only the words of the site are known.
/// </summary>
public sealed class SpanishWordList
{
    /// <summary>Where Debian puts it.</summary>
    public const string Usual = "/usr/share/hunspell/es_ES.dic";

    /// <summary>A word may be made of one that was made: «publicar», «publicación», «publicaciones».</summary>
    private const int Depth = 3;

    private readonly string path;

    private readonly Lazy<Words> words;

    public SpanishWordList(string path)
    {
        this.path = path;
        words = new(Load);
    }

    public bool IsThere => File.Exists(path) && File.Exists(Path.ChangeExtension(path, ".aff"));

    /// <summary>Whether it is known to be a word; without a dictionary nothing is.</summary>
    public bool Has(string word) => IsThere && words.Value.Has(Slug.Fold(word), null, Depth);

    private Words Load()
    {
        Dictionary<string, List<AffixRule>> suffixes = new(StringComparer.Ordinal), prefixes = new(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.ChangeExtension(path, ".aff")))
        {
            if (AffixRule.Read(line) is { } rule)
            {
                var rules = line[0] == 'P' ? prefixes : suffixes;
                if (!rules.TryGetValue(rule.Add, out var same))
                {
                    rules[rule.Add] = same = [];
                }

                same.Add(rule);
            }
        }

        // Side by side in one string, in order: seventy thousand strings would take four times the memory.
        string[] lines = [.. File.ReadLines(path).Skip(1).Select(line => line.Split('/')).Where(parts => parts[0].Length > 0)
            .Select(parts => $"{Slug.Fold(parts[0])}/{(parts.Length > 1 ? parts[1] : "")}")];
        Array.Sort(Array.ConvertAll(lines, line => line[..line.IndexOf('/', StringComparison.Ordinal)]), lines, StringComparer.Ordinal);
        var (starts, at) = (new int[lines.Length + 1], 0);
        for (var line = 0; line < lines.Length; line++)
        {
            starts[line] = at;
            at += lines[line].Length;
        }

        starts[^1] = at;
        return new Words(string.Concat(lines), starts, suffixes, prefixes);
    }

    /// <summary>What the files say, ready to be asked.</summary>
    private sealed class Words(string text, int[] starts, Dictionary<string, List<AffixRule>> suffixes, Dictionary<string, List<AffixRule>> prefixes)
    {
        private readonly int longest = suffixes.Keys.Concat(prefixes.Keys).Max(add => add.Length);

        /// <param name="word">The word, folded.</param>
        /// <param name="flag">What must be possible with it; null when it is to stand as it is.</param>
        /// <param name="depth">How often it may have been changed.</param>
        public bool Has(string word, char? flag, int depth) =>
            IsRoot(word, flag) || (depth > 0 && (IsMade(word, flag, depth, suffixes, isPrefix: false) || IsMade(word, flag, depth, prefixes, isPrefix: true)));

        private bool IsMade(string word, char? flag, int depth, Dictionary<string, List<AffixRule>> by, bool isPrefix)
        {
            var rulesOf = by.GetAlternateLookup<ReadOnlySpan<char>>();
            for (var length = 0; length <= Math.Min(longest, word.Length - 1); length++)
            {
                if (!rulesOf.TryGetValue(isPrefix ? word.AsSpan(0, length) : word.AsSpan(word.Length - length), out var rules))
                {
                    continue;
                }

                foreach (var rule in rules)
                {
                    if ((flag is null || rule.Then.Contains(flag.Value, StringComparison.Ordinal) || isPrefix)
                        && rule.Undo(word, isPrefix) is { } root && root != word && Has(root, rule.Flag, isPrefix ? 0 : depth - 1))
                    {
                        return true;
                    }
                }
            }

            return false;
        }

        /// <summary>Words that differ in their accents alone stand beside one another.</summary>
        private bool IsRoot(string word, char? flag)
        {
            var (low, high) = (0, starts.Length - 1);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = Root(middle).CompareTo(word, StringComparison.Ordinal) < 0 ? (middle + 1, high) : (low, middle);
            }

            for (; low < starts.Length - 1 && Root(low).SequenceEqual(word); low++)
            {
                if (flag is not { } wanted || Line(low)[Root(low).Length..].Contains(wanted))
                {
                    return true;
                }
            }

            return false;
        }

        private ReadOnlySpan<char> Line(int at) => text.AsSpan(starts[at], starts[at + 1] - starts[at]);

        private ReadOnlySpan<char> Root(int at) => Line(at) is var line ? line[..line.IndexOf('/')] : default;
    }
}
