namespace Acervo.Platform.Usage;

/// <summary>The use of one publication as it is told: since when, how often, and by month and channel.</summary>
public sealed record UsageFigures(IReadOnlyList<UsageSum> Sums)
{
    public long Total => Sums.Sum(sum => sum.Count);

    /// <summary>The first day on which it was read; null when it never was.</summary>
    public DateOnly? Since => Sums.Count == 0 ? null : Sums.Min(sum => sum.First);

    public long Of(DateOnly month, string channel) => Sums.Where(sum => sum.Month == month && sum.Channel == channel).Sum(sum => sum.Count);

    public long Of(DateOnly month) => Sums.Where(sum => sum.Month == month).Sum(sum => sum.Count);
}
