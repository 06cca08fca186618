using System.Text;

namespace Acervo.Platform.Search.Words;

/// <summary>Words that stand together: what one word of a question may be written as, or a phrase.</summary>
/// <param name="Stems">Without what says nothing.</param>
/// <param name="Steps">How many words each stands after the one before it.</param>
internal sealed record StemRun(IReadOnlyList<string> Stems, IReadOnlyList<int> Steps)
{
    public static StemRun Of(string stem) => new([stem], [0]);

    /// <summary>The words of a text; null when all of them say nothing.</summary>
    public static StemRun? Read(string text)
    {
        List<string> stems = [];
        List<int> steps = [];
        Span<char> letters = stackalloc char[WordCursor.Longest];
        var cursor = new WordCursor(text);
        var last = 0;
        while (cursor.Next())
        {
            if (cursor.IsWhole || StopWords.Has(cursor.Folded(letters)) || cursor.Stem(letters) is not { IsEmpty: false } stem)
            {
                continue;
            }

            stems.Add(stem.ToString());
            steps.Add(stems.Count == 1 ? 0 : cursor.Place - last);
            last = cursor.Place;
        }

        return stems.Count == 0 ? null : new StemRun(stems, steps);
    }

    /// <summary>What it is called in the table of synonyms.</summary>
    public string Key => string.Join(' ', Stems);

    /// <summary>As PostgreSQL asks for it, anywhere or with a weight: stems are letters and digits, and need no escape.</summary>
    public void WriteQuery(StringBuilder to, char? weight)
    {
        for (var at = 0; at < Stems.Count; at++)
        {
            to.Append(at == 0 ? "" : $" <{Steps[at]}> ").Append('\'').Append(Stems[at]).Append('\'');
            if (weight is { } only)
            {
                to.Append(':').Append(only);
            }
        }
    }
}
