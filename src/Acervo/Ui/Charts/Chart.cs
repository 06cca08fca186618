using Microsoft.AspNetCore.Html;

namespace Acervo.Ui.Charts;

/// <summary>A figure that can be opened: a sentence, a drawing, its table, its source and its rows as CSV.</summary>
public sealed record Chart(string Title, string Unit, IHtmlContent Drawing, ChartTable Table)
{
    public required string Source { get; init; }

    public required DateOnly CutOff { get; init; }

    public string? CsvHref { get; init; }
}

/// <summary>The same figures as the drawing, for whoever reads or copies them: a heading a column, a label and its cells a row.</summary>
public sealed record ChartTable(IReadOnlyList<string> Heads, IReadOnlyList<ChartRow> Rows)
{
    public static ChartTable Of(string heading, string unit, IEnumerable<Bar> bars) =>
        new([heading, unit], [.. bars.Select(bar => new ChartRow(bar.Label, [Spanish.Number(bar.Value)]))]);
}

/// <summary>One row of a chart's table.</summary>
public sealed record ChartRow(string Label, IReadOnlyList<string> Cells);

/// <summary>One labelled quantity; a muted one is context, such as «Otros».</summary>
public readonly record struct Bar(string Label, long Value, bool Muted = false);
