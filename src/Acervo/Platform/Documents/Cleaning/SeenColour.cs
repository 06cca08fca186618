using System.Globalization;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>A colour as it is drawn, and how well it stands out from another.</summary>
internal readonly record struct SeenColour(byte Red, byte Green, byte Blue)
{
    public static readonly SeenColour Black = new(0, 0, 0);
    public static readonly SeenColour White = new(255, 255, 255);

    /// <summary>Below this nobody reads it. The palest grey that people write in (D9D9D9 on white) has 1.4; WCAG asks for 4.5.</summary>
    private const double Least = 1.3;

    /// <summary>From six figures, or eight with the transparency first, which Excel does not draw.</summary>
    public static SeenColour? Parse(string? hex) =>
        hex is { Length: 6 or 8 } && int.TryParse(hex.AsSpan(hex.Length - 6), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new SeenColour((byte)(value >> 16), (byte)(value >> 8), (byte)value)
            : null;

    public string Hex => string.Create(CultureInfo.InvariantCulture, $"FF{Red:X2}{Green:X2}{Blue:X2}");

    public bool IsSeenOn(SeenColour ground)
    {
        var (light, dark) = (Math.Max(Luminance, ground.Luminance), Math.Min(Luminance, ground.Luminance));
        return (light + 0.05) / (dark + 0.05) >= Least;
    }

    /// <summary>This colour and another, so much of the other.</summary>
    public SeenColour Mixed(SeenColour other, double share) =>
        new(Between(Red, other.Red, share), Between(Green, other.Green, share), Between(Blue, other.Blue, share));

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static byte Between(byte one, byte other, double share) => (byte)Math.Round(one + ((other - one) * Math.Clamp(share, 0, 1)));

    private static double Linear(byte channel) => channel / 255.0 is var share && share <= 0.03928 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
}
