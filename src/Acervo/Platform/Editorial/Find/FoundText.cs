using Acervo.Platform.Search.Words;
using Acervo.Platform.Text;

namespace Acervo.Platform.Editorial.Find;

/// <summary>What a ficha is found by: its name as the person who asks may know it, and its number, form, people and unit beside it.</summary>
internal sealed record FoundText(int Id, bool IsOpen, string Title, string Beside, string? PublicSlug, DateTime EditedAt)
{
    /// <summary>Letters from which the beginning or the middle of a word finds it too.</summary>
    private const int FewestOfPart = 3;

    /// <summary>What every inflection of the words shares, so that the database leaves out what cannot answer; empty when that cannot be said.</summary>
    public static string[] CoarseOf(Question question) => question.Choices is [var only] && only.Must.Count == 0
        ? [.. only.Words.Select(Coarse).Where(part => part.Length > 0)] : [];

    /// <summary>How well it answers: 0 not at all, more when the words are in its name.</summary>
    public int Answers(Question question)
    {
        var (title, beside) = (new Said(Title), new Said(Beside));
        return question.IsEmpty ? 1 : question.Choices.Max(choice =>
            choice.Must.Concat(choice.Words).All(word => title.Has(word) || beside.Has(word))
                && !choice.Without.Any(word => title.Has(word) || beside.Has(word)) ? 1 + choice.Must.Concat(choice.Words).Count(title.Has) : 0);
    }

    private static string Coarse(SoughtWord word)
    {
        var shared = Slug.Fold(word.Typed);
        foreach (var stem in word.Runs.Select(run => run.Stems[0]))
        {
            // The last letter of a stem is not always written: «luz» of «luces», «nino» of «niñas».
            var kept = char.IsAsciiDigit(stem[0]) ? stem : stem[..^1];
            shared = string.Concat(shared.Zip(kept).TakeWhile(pair => pair.First == pair.Second).Select(pair => pair.First));
        }

        return shared;
    }

    /// <summary>A text as its words without inflection, and as its letters.</summary>
    private sealed class Said(string text)
    {
        private readonly string folded = Slug.Fold(text);
        private readonly HashSet<string> stems = StemsOf(text);

        public bool Has(SoughtWord word) => word.Runs.Any(run => run.Stems.All(stems.Contains)) || HasPart(Slug.Fold(word.Typed));

        private bool HasPart(string typed) =>
            typed.Length >= FewestOfPart && !typed.All(char.IsAsciiDigit) && folded.Contains(typed, StringComparison.Ordinal);

        private static HashSet<string> StemsOf(string text)
        {
            HashSet<string> stems = new(StringComparer.Ordinal);
            Span<char> letters = stackalloc char[WordCursor.Longest];
            var cursor = new WordCursor(text);
            while (cursor.Next())
            {
                stems.Add(cursor.Stem(letters).ToString());
            }

            return stems;
        }
    }
}
