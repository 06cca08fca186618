namespace Acervo.Ui.Parts;

/// <summary>A place to hand in files, with or without JavaScript.</summary>
public sealed record Upload(string Name, string Label, string Help, string Accept, bool Multiple = true)
{
    /// <summary>The largest file taken; the browser says so before sending it.</summary>
    public long MaxBytes { get; init; } = 25_000_000;

    public string? Error { get; init; }
}
