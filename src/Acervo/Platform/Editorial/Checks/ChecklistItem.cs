namespace Acervo.Platform.Editorial.Checks;

/// <summary>One thing the checklist finds. An error blocks until it is mended; a warning until it is mended or explained.</summary>
/// <param name="Id">Stable name of the finding, by which an explanation is kept.</param>
/// <param name="Key">The question it is about.</param>
/// <param name="IsError">Whether it blocks.</param>
/// <param name="Sentence">What is wrong and how to mend it.</param>
public sealed record ChecklistItem(string Id, string Key, bool IsError, string Sentence)
{
    /// <summary>A value to replace the answer with, when there is one to propose.</summary>
    public string? Proposal { get; init; }

    /// <summary>The item of a list that the proposal replaces; null when it replaces the whole answer.</summary>
    public string? Instead { get; init; }

    /// <summary>The question in whose list the proposal belongs, when it is not the one that was answered.</summary>
    public string? MovesTo { get; init; }

    /// <summary>The answer is one item for each person of another question: two equal ones are two.</summary>
    public bool IsParallel { get; init; }

    /// <summary>The cell of a group that it is about, by the name of its box; null when it is about the whole answer.</summary>
    public string? Cell { get; init; }

    /// <summary>An explanation is some sentences, which stay in the history for ever.</summary>
    public const int MostLetters = 500;

    public const string TooLong = "Una explicación tiene más de 500 caracteres. Acórtela.";

    public string? Explanation { get; init; }

    /// <summary>An explanation with fewer letters than these explains nothing: «ok» is none.</summary>
    public int FewestLetters { get; init; } = 15;

    /// <summary>What is published and has much of the same text, when that is what it is about.</summary>
    public Resemblance? Resembles { get; init; }

    /// <summary>Whether it still stands in the way of review.</summary>
    public bool IsOpen => IsError || (Explanation ?? "").Trim().Length < FewestLetters;

    /// <summary>Why what was typed explains nothing; null when it does, or when nothing was typed.</summary>
    public string? Refusal => IsOpen && !string.IsNullOrWhiteSpace(Explanation) ? TooShort : null;

    /// <summary>What to answer to an explanation that is not one.</summary>
    public string TooShort => $"Explíquelo en una frase ({FewestLetters} caracteres o más).";
}

/// <summary>Something published that has much of the same text.</summary>
public sealed record Resemblance(string Title, string Href);
