namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>What one level (defaults, a style, the run itself) says about how letters look; null where it says nothing. Lengths are in points.</summary>
internal sealed record RunTraits
{
    public static readonly RunTraits Silent = new();

    public bool? Vanish { get; init; }

    public bool? SpecVanish { get; init; }

    public bool? WebHidden { get; init; }

    public Ink? Letters { get; init; }

    /// <summary>The fill of a text effect, which goes before the colour of the letters.</summary>
    public IReadOnlyList<Ink>? Fill { get; init; }

    public IReadOnlyList<Ink>? Outline { get; init; }

    public Ink? Shade { get; init; }

    public Ink? Highlight { get; init; }

    public double? Size { get; init; }

    /// <summary>The size of letters written from right to left, or marked as such.</summary>
    public double? ComplexSize { get; init; }

    public bool? Complex { get; init; }

    /// <summary>Width of the letters; 1 is as drawn.</summary>
    public double? Scale { get; init; }

    public double? Raise { get; init; }

    public double? Spacing { get; init; }

    public bool? Small { get; init; }

    public double? Fit { get; init; }

    public string? Font { get; init; }

    /// <summary>This level over the one it builds upon.</summary>
    public RunTraits Over(RunTraits below) => ReferenceEquals(this, Silent) ? below : ReferenceEquals(below, Silent) ? this : new RunTraits
    {
        Vanish = Vanish ?? below.Vanish,
        SpecVanish = SpecVanish ?? below.SpecVanish,
        WebHidden = WebHidden ?? below.WebHidden,
        Letters = Letters ?? below.Letters,
        Fill = Fill ?? (Letters is null ? below.Fill : null),
        Outline = Outline ?? below.Outline,
        Shade = Shade ?? below.Shade,
        Highlight = Highlight ?? below.Highlight,
        Size = Size ?? below.Size,
        ComplexSize = ComplexSize ?? below.ComplexSize,
        Complex = Complex ?? below.Complex,
        Scale = Scale ?? below.Scale,
        Raise = Raise ?? below.Raise,
        Spacing = Spacing ?? below.Spacing,
        Small = Small ?? below.Small,
        Fit = Fit ?? below.Fit,
        Font = Font ?? below.Font,
    };
}
