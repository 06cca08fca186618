using System.Text.Json.Serialization;

namespace Acervo.Platform.Tables.Sheets;

/// <summary>One filled cell: its text as a person reads it and, where the sheet says so, the number or day behind it.</summary>
public sealed record TableCell(string Text)
{
    public double? Number { get; init; }

    public DateOnly? Day { get; init; }

    /// <summary>How the sheet shows its number or day: a currency is often said only there, and a day may stand for its month.</summary>
    public string? Format { get; init; }

    /// <summary>The row in which it begins, where it is merged downwards over this one; null where it stands by itself.</summary>
    public int? From { get; init; }

    /// <summary>What a formula that failed leaves, such as #N/A: it says nothing.</summary>
    [JsonIgnore]
    public bool IsError => Number is null && Text is "#N/A" or "#N/D" or "#REF!" or "#¡REF!" or "#VALUE!" or "#¡VALOR!" or "#DIV/0!" or "#¡DIV/0!" or "#NAME?"
        or "#¿NOMBRE?" or "#NUM!" or "#¡NUM!" or "#NULL!" or "#¡NULO!" || Text is ['E', 'r', 'r', ':', _, _, _];
}
