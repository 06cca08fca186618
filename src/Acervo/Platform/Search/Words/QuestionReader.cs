namespace Acervo.Platform.Search.Words;

/// <summary>Reads a question as in any web search: words, phrases in quotes, <c>or</c> between, and <c>-</c> before what must not be there.</summary>
internal sealed class QuestionReader
{
    /// <summary>More words than these only cost.</summary>
    private const int Most = 16;

    /// <summary>And so do more choices.</summary>
    private const int MostChoices = 4;

    private const string Quotes = "\"“”„«»";

    private readonly List<Choice> choices = [];
    private readonly List<SoughtWord> must = [];
    private readonly List<SoughtWord> words = [];
    private readonly List<SoughtWord> without = [];

    /// <summary>Words that say nothing, for a question that has no others.</summary>
    private readonly List<SoughtWord> idle = [];

    private QuestionReader()
    {
    }

    public static Question Read(string asked)
    {
        var reader = new QuestionReader();
        foreach (var (piece, isQuoted, isLeftOut) in Pieces(asked))
        {
            reader.Take(piece, isQuoted, isLeftOut);
        }

        reader.EndChoice();
        return new Question(reader.choices);
    }

    /// <summary>What stands between spaces or in quotes. A dash counts as «not» before a word and after a space.</summary>
    private static IEnumerable<(string Piece, bool IsQuoted, bool IsLeftOut)> Pieces(string asked)
    {
        var at = 0;
        while (at < asked.Length)
        {
            if (char.IsWhiteSpace(asked[at]))
            {
                at++;
                continue;
            }

            var isLeftOut = asked[at] == '-';
            while (at < asked.Length && asked[at] == '-')
            {
                at++;
            }

            var isQuoted = at < asked.Length && Quotes.Contains(asked[at], StringComparison.Ordinal);
            var start = isQuoted ? at + 1 : at;
            var end = start;
            while (end < asked.Length && (isQuoted ? !Quotes.Contains(asked[end], StringComparison.Ordinal)
                : !char.IsWhiteSpace(asked[end]) && !Quotes.Contains(asked[end], StringComparison.Ordinal)))
            {
                end++;
            }

            yield return (asked[start..end], isQuoted, isLeftOut);
            at = isQuoted ? end + 1 : end;
        }
    }

    private void Take(string piece, bool isQuoted, bool isLeftOut)
    {
        if (!isQuoted && !isLeftOut && piece.Equals("or", StringComparison.OrdinalIgnoreCase))
        {
            EndChoice();
        }
        else if (isQuoted && StemRun.Read(piece) is { } phrase)
        {
            Add(isLeftOut ? without : must, new SoughtWord(piece, [phrase]));
        }
        else
        {
            TakeWords(piece, isQuoted ? must : words, isLeftOut);
        }
    }

    /// <summary>A piece without a space may be several words, as a code is.</summary>
    private void TakeWords(string piece, List<SoughtWord> wanted, bool isLeftOut)
    {
        Span<char> letters = stackalloc char[WordCursor.Longest];
        var cursor = new WordCursor(piece);
        while (cursor.Next())
        {
            var says = !StopWords.HasInQuestions(cursor.Folded(letters));
            if (cursor.Stem(letters) is not { IsEmpty: false } stem)
            {
                continue;
            }

            var typed = piece[cursor.Start..cursor.End];
            var sought = new SoughtWord(typed, [StemRun.Of(stem.ToString())]);
            if (cursor.IsWhole)
            {
                sought = StemRun.Read(typed) is { } parts ? sought.Or([parts]) : sought;
                piece = piece[cursor.End..];
                cursor = new WordCursor(piece);
            }

            Add(isLeftOut ? without : says ? wanted : idle, sought);
        }
    }

    private static void Add(List<SoughtWord> to, SoughtWord word)
    {
        if (to.Count < Most && to.TrueForAll(other => other.Query != word.Query))
        {
            to.Add(word);
        }
    }

    private void EndChoice()
    {
        var choice = new Choice([.. must], must.Count + words.Count > 0 ? [.. words] : [.. idle], [.. without]);
        if (!choice.IsEmpty && choices.Count < MostChoices)
        {
            choices.Add(choice);
        }

        must.Clear();
        words.Clear();
        without.Clear();
        idle.Clear();
    }
}
