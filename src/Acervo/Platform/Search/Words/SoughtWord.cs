using System.Text;

namespace Acervo.Platform.Search.Words;

/// <summary>A word of a question, or a phrase in quotes, with everything that it may be written as.</summary>
/// <param name="Typed">As it was typed.</param>
/// <param name="Runs">Any of these will do.</param>
internal sealed record SoughtWord(string Typed, IReadOnlyList<StemRun> Runs)
{
    /// <summary>As PostgreSQL asks for it anywhere in a text.</summary>
    public string Query { get; } = Write(Runs, null);

    /// <summary>The same in titles only.</summary>
    public string InTitle { get; } = Write(Runs, WordVector.TitleWeight);

    public SoughtWord Or(IEnumerable<StemRun> others) => new(Typed, [.. Runs, .. others.Where(other => Runs.All(run => run.Key != other.Key))]);

    private static string Write(IReadOnlyList<StemRun> runs, char? weight)
    {
        var query = new StringBuilder();
        foreach (var run in runs)
        {
            query.Append(query.Length == 0 ? "" : " | ");
            run.WriteQuery(query, weight);
        }

        return query.ToString();
    }
}
