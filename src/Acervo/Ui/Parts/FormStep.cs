namespace Acervo.Ui.Parts;

/// <summary>One section of a long form and how far the person has come with it.</summary>
public sealed record FormStep(int Number, string Title, string Href, StepState State, string? Note = null, bool Current = false)
{
    /// <summary>Whether something waits here to be answered, explained or attended to.</summary>
    public bool Waits { get; init; }
}

/// <summary>How a section stands: untouched, begun, complete, or complete with something to look at.</summary>
public enum StepState
{
    Empty,
    Begun,
    Warned,
    Done,
}
