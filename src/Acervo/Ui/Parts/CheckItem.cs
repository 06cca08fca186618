namespace Acervo.Ui.Parts;

/// <summary>One line of a checklist before an act: fine, worth a look, or in the way.</summary>
public sealed record CheckItem(CheckLevel Level, string Text, string? Href = null, string? Note = null);

/// <summary>Whether a check stands in the way of the act.</summary>
public enum CheckLevel
{
    Fine,
    Warning,
    Error,
}
