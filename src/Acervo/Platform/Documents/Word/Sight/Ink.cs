namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>What letters are drawn with, or a surface filled: a colour, how much of it covers, and null for the automatic one.</summary>
internal sealed record Ink(Rgb? Colour, double Opacity = 1)
{
    /// <summary>Letters: black or white, whichever is seen. Surfaces: nothing.</summary>
    public static readonly Ink Automatic = new((Rgb?)null);

    public static readonly Ink None = new(null, 0);

    /// <summary>Letters of this ink on the ground are as good as none.</summary>
    public bool IsLostOn(Rgb ground) => Opacity <= 0 || Colour is { } colour && ground.Mix(colour, Opacity).IsLostOn(ground);
}
