using Microsoft.AspNetCore.Html;

namespace Acervo.Ui.Charts;

/// <summary>A figure that can be opened: a sentence, a drawing, its table, its source and its rows as CSV.</summary>
public sealed record Chart(string Title, string Unit, IHtmlContent Drawing, IReadOnlyList<Bar> Rows)
{
    public required string RowsHeading { get; init; }

    public required string Source { get; init; }

    public required DateOnly CutOff { get; init; }

    public string? CsvHref { get; init; }
}

/// <summary>One labelled quantity; a muted one is context, such as «Otros».</summary>
public readonly record struct Bar(string Label, long Value, bool Muted = false);
