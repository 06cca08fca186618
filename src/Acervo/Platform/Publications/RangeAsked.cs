namespace Acervo.Platform.Publications;

/// <summary>A range that somebody asks for, with its ends as they wrote them; an end that is empty is open.</summary>
public sealed record RangeAsked(RangeTitle Range, string From, string To)
{
    private const int Longest = 40;

    public double Least => Range.Read(From) ?? double.NegativeInfinity;

    public double Most => Range.Read(To) ?? double.PositiveInfinity;

    /// <summary>What to mend; null when nothing is wrong.</summary>
    public string? Wrong => WrongIn(From) ?? WrongIn(To) ?? (Least > Most ? Backwards : null);

    /// <summary>For people, after the title: «antes del 1 de julio de 2027».</summary>
    public string Words => string.Join(", ", new[] { (Range.IsDay ? "desde el" : "desde", From), (Range.Until, To) }.Where(end => end.Item2.Length > 0)
        .Select(end => $"{end.Item1} {Range.Shown(end.Item2)}"));

    /// <summary>The ranges of some that a query asks for, right or wrong.</summary>
    public static IReadOnlyList<RangeAsked> Read(IQueryCollection query, IEnumerable<RangeTitle> ranges) =>
    [
        .. ranges.Select(range => new RangeAsked(range, query[range.From].ToString().Trim(), query[range.To].ToString().Trim()))
            .Where(asked => asked.From.Length > 0 || asked.To.Length > 0),
    ];

    private string Backwards => Range.IsDay
        ? $"En «{Range.Title}», la primera fecha no puede ser posterior a la segunda. Revise las dos."
        : $"En «{Range.Title}», la primera cifra no puede ser mayor que la segunda. Revise las dos.";

    private string? WrongIn(string end) => end.Length == 0 || (end.Length <= Longest && Range.Read(end) is not null) ? null
        : Range.IsDay ? $"En «{Range.Title}», «{Short(end)}» no es una fecha. Escríbala como 2027-03-01."
        : $"En «{Range.Title}», «{Short(end)}» no es una cifra. Escríbala como 1.500.000 o 1500000.";

    private static string Short(string end) => end.Length > Longest ? end[..Longest] + "…" : end;
}
