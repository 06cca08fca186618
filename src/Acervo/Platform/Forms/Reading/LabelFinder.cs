using System.Text;

namespace Acervo.Platform.Forms.Reading;

/// <summary>Finds every place of a document where a label of the form may stand; the chain decides later which of them are labels.</summary>
internal sealed class LabelFinder(IReadOnlyList<ReadingLine> lines, HelpTexts helps)
{
    private const double Tolerance = 0.15;
    private const int LinesOfLabel = 4;

    private static readonly HashSet<char> Enders = [':', '?', '*', '\t', '|', '–', '—', '='];

    public IEnumerable<LabelMatch> Find(IReadOnlyList<Label> labels)
    {
        for (var line = 0; line < lines.Count; line++)
        {
            foreach (var label in labels)
            {
                foreach (var start in Starts(line, label))
                {
                    if (Best(label, line, start) is { } match)
                    {
                        yield return match;
                    }
                }
            }
        }
    }

    /// <summary>The words at which a label may begin: the first that is no number, and any word for a label printed within a line.</summary>
    private IEnumerable<int> Starts(int line, Label label)
    {
        var words = lines[line].Words;
        if (words.Count == 0)
        {
            return [];
        }

        var first = 0;
        while (first < words.Count - 1 && first < 3 && IsOrdinal(words[first], lines[line].Text))
        {
            first++;
        }

        if (label.Anywhere)
        {
            return Enumerable.Range(0, words.Count);
        }

        return first == 0 ? [0] : [0, first];
    }

    private static bool IsOrdinal(Word word, string text) =>
        (word.Folded.All(char.IsDigit) && word.Folded.Length <= 2)
        || (word.Folded.Length <= 3 && word.End < text.Length && text[word.End] is '.' or ')'
        && (word.Folded.Length == 1 || word.Folded.All(letter => letter is 'i' or 'v' or 'x')));

    private LabelMatch? Best(Label label, int line, int start)
    {
        LabelMatch? best = null;
        foreach (var spelling in label.Spellings)
        {
            var wanted = string.Concat(spelling);
            var limit = wanted.Length < 6 ? 0 : Math.Max(1, (int)(wanted.Length * Tolerance));
            foreach (var found in Collect(line, start, wanted.Length - limit, wanted.Length + limit))
            {
                if (Distance.Between(found.Text, wanted, limit) is var distance && distance <= limit
                    && Match(label, line, start, found, 1 - (double)distance / wanted.Length) is { } match
                    && (best is null || (match.Similarity, match.Whole ? 1 : 0).CompareTo((best.Similarity, best.Whole ? 1 : 0)) > 0))
                {
                    best = match;
                }
            }
        }

        return best;
    }

    /// <summary>
    /// The next words from a place on, over line ends, for narrow columns break long labels and even words; every run of a length that may be meant.
    /// </summary>
    private IEnumerable<(string Text, int Line, Word Last)> Collect(int line, int start, int least, int most)
    {
        var text = new StringBuilder();
        for (var (row, index) = (line, start); row < lines.Count && row <= line + LinesOfLabel; (row, index) = (row + 1, 0))
        {
            var words = lines[row].Words;
            for (; index < words.Count; index++)
            {
                text.Append(words[index].Folded);
                if (text.Length > most)
                {
                    yield break;
                }

                if (text.Length >= least)
                {
                    yield return (text.ToString(), row, words[index]);
                }
            }
        }
    }

    private LabelMatch? Match(Label label, int line, int start, (string Text, int Line, Word Last) found, double similarity)
    {
        var text = lines[found.Line].Text;
        var end = LabelEnd.Of(text, found.Last.End);
        var rest = text[end.After..];
        var whole = rest.All(letter => !char.IsLetterOrDigit(letter)) || helps.Opens(label, rest);
        var first = lines[line];
        var leads = label.Anywhere || start == 0 || first.Words.Take(start).All(word => IsOrdinal(word, first.Text));
        if (!leads || (!whole && (found.Line != line || !(Enders.Contains(end.Mark) || end.Closes))))
        {
            return null;
        }

        return new LabelMatch
        {
            Label = label,
            Line = line,
            Start = label.Anywhere ? first.Words[start].Start : 0,
            EndLine = found.Line,
            End = end.After,
            Similarity = similarity,
            Whole = whole,
            Colon = end.Mark == ':',
            Bold = first.Text.TrimStart().StartsWith("**", StringComparison.Ordinal),
            Heading = first.Heading,
            Upper = !text[..found.Last.End].Any(char.IsLower),
            Bullet = first.IsBullet,
            Muted = first.Muted,
            RightNumber = IsRight(Number(first, start), label),
            Cell = first.Beside && whole,
            Told = Math.Min(label.Spellings[0].Length, 7),
            HelpFollows = helps.Follows(label, lines, found.Line, rest),
        };
    }

    private static bool? IsRight(int? number, Label label) => number is { } given ? given == label.Section : null;

    private static int? Number(ReadingLine line, int start)
    {
        var written = start > 0 ? line.Words[0].Folded : line.Marker?.TrimEnd('.', ')');
        return int.TryParse(written, out var number) ? number : null;
    }
}
