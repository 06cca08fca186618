namespace Acervo.Platform.Tables.Sheets;

/// <summary>One line from the worker: a row, something that was not read, why the file is refused, or that it came to its end.</summary>
internal sealed record SheetMessage
{
    public TableRow? Row { get; init; }

    public string? Note { get; init; }

    public string? Refusal { get; init; }

    public bool IsEnd { get; init; }
}
