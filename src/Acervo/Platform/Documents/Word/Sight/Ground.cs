namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>What lies behind letters. Where programs disagree on it there are several colours, and letters must be seen on each.</summary>
internal sealed record Ground(IReadOnlyList<Rgb> Colours)
{
    public static readonly Ground Paper = new([Rgb.White]);

    /// <summary>This ground under a surface that was filled.</summary>
    public Ground Under(Ink? surface) => surface is null or { Colour: null } or { Opacity: <= 0 }
        ? this
        : new Ground([.. Colours.Select(colour => colour.Mix(surface.Colour.Value, surface.Opacity)).Distinct()]);

    /// <summary>This ground where it is not sure that the surface is drawn.</summary>
    public Ground MaybeUnder(Ink? surface) => new([.. Colours.Concat(Under(surface).Colours).Distinct()]);

    public bool Loses(Ink ink) => Colours.Any(ink.IsLostOn);
}
