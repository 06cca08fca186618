namespace Acervo.Ui.Parts;

/// <summary>Something that happened to a thing: what, when, by whom.</summary>
public sealed record TimelineEntry(DateTime At, string Title, string? By = null, string? Note = null, string Icon = "clock")
{
    /// <summary>Where it can be seen as it was then.</summary>
    public string? Href { get; init; }
}
