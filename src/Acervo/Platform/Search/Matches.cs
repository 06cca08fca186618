namespace Acervo.Platform.Search;

/// <summary>What was found for some words.</summary>
internal sealed class Matches(IReadOnlyList<ChoiceMatch> choices, int size)
{
    private SlotSet? all;
    private SlotSet? some;

    /// <summary>What was looked for, with everything that it may be written as.</summary>
    public IReadOnlyList<Words.SoughtWord> Sought => [.. choices.SelectMany(choice => choice.Words)];

    /// <summary>Rows with every word of one way of the question.</summary>
    public SlotSet All => all ??= Together(choice => choice.All());

    /// <summary>Rows with enough of the words.</summary>
    public SlotSet Some => some ??= Together(choice => choice.Some());

    /// <summary>Words that stand nowhere.</summary>
    public IReadOnlyList<string> Unknown => [.. choices.SelectMany(choice => choice.Unknown).Distinct(StringComparer.OrdinalIgnoreCase)];

    public int ScoreOf(int slot) => choices.Count == 1 ? choices[0].ScoreOf(slot) : BestOf(slot)?.ScoreOf(slot) ?? 0;

    /// <summary>How much of the question a row answers.</summary>
    public Coverage CoverageOf(int slot) => BestOf(slot) is { } best ? new Coverage(best.Words.Count, best.MissingIn(slot)) : new Coverage(0, []);

    private ChoiceMatch? BestOf(int slot) => choices.MaxBy(choice => choice.ScoreOf(slot));

    private SlotSet Together(Func<ChoiceMatch, SlotSet> of)
    {
        var together = choices.Count == 0 ? new SlotSet(size) : of(choices[0]);
        foreach (var choice in choices.Skip(1))
        {
            together = together.Or(of(choice));
        }

        return together;
    }
}

/// <summary>How many words of a question something has.</summary>
/// <param name="Of">Words of the question.</param>
/// <param name="Missing">Those that it lacks, as they were typed.</param>
public sealed record Coverage(int Of, IReadOnlyList<string> Missing)
{
    public bool IsWhole => Missing.Count == 0;
}
