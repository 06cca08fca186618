namespace Acervo.Ui.Parts;

/// <summary>How far a long job has come; the page asks again by itself while it runs.</summary>
public sealed record JobProgress(string Title, int Done, int Total, string Unit, string? Note = null)
{
    /// <summary>Where the fresh state is read; null once the job has ended.</summary>
    public string? RefreshHref { get; init; }
}
