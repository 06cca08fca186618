using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Acervo.Ui;

/// <summary>The one colour an entity may choose: knows its contrast and the tones that follow from it in light and in dark.</summary>
public sealed record Accent(byte Red, byte Green, byte Blue)
{
    private static readonly Accent White = new(255, 255, 255);
    private static readonly Accent Night = new(20, 23, 27);

    public static Accent Parse(string hex) =>
        TryParse(hex, out var accent) ? accent : throw new SettingException($"El color de acento «{hex}» debe escribirse como #1d4f91.");

    public static bool TryParse(string hex, [NotNullWhen(true)] out Accent? accent)
    {
        accent = hex.Length == 7 && hex[0] == '#' && int.TryParse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb) : null;
        return accent is not null;
    }

    /// <summary>WCAG 2, level AA, for text.</summary>
    public const double LeastContrast = 4.5;

    public double ContrastOnWhite => Contrast(this, White);

    public bool IsReadable => ContrastOnWhite >= LeastContrast;

    /// <summary>The same hue, only as dark as it must be to be read on white.</summary>
    public Accent Darkened()
    {
        var tone = this;
        for (var share = .01; !tone.IsReadable && share < 1; share += .01)
        {
            tone = Mix(new(0, 0, 0), share);
        }

        return tone;
    }

    /// <summary>The custom properties of the style sheet that depend on the accent.</summary>
    public string ToCss() =>
        $":root{{--accent:{this};--accent-deep:{Mix(new(0, 0, 0), .25)};--accent-wash:{Mix(White, .92)}}}" +
        $"@media (prefers-color-scheme:dark){{:root{{--accent:{OnNight()};--accent-deep:{OnNight().Mix(White, .3)};--accent-wash:{Mix(Night, .68)}}}}}";

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    /// <summary>The accent made light enough to be read on the dark paper (7.5:1), of the same hue.</summary>
    private Accent OnNight()
    {
        var tone = this;
        for (var light = .5; light < 1 && Contrast(tone, Night) < 7.5; light += .02)
        {
            tone = AtLightness(light);
        }

        return tone;
    }

    /// <summary>The same hue at another lightness (HSL), its saturation held back so that it does not glow.</summary>
    private Accent AtLightness(double light)
    {
        var (most, least) = (Math.Max(Red, Math.Max(Green, Blue)), Math.Min(Red, Math.Min(Green, Blue)));
        var spread = most - least;
        var saturation = spread == 0 ? 0 : Math.Min(.72, spread / (255 - Math.Abs(most + least - 255d)));
        var reach = saturation * (1 - Math.Abs((2 * light) - 1));
        return new(Channel(Red), Channel(Green), Channel(Blue));

        byte Channel(byte value)
        {
            var place = spread == 0 ? 0 : (double)(value - least) / spread;
            return (byte)Math.Round(255 * (light + ((place - .5) * reach)));
        }
    }

    private Accent Mix(Accent other, double share) =>
        new(Blend(Red, other.Red, share), Blend(Green, other.Green, share), Blend(Blue, other.Blue, share));

    private static byte Blend(byte from, byte to, double share) => (byte)Math.Clamp(Math.Round(from + ((to - from) * share)), 0, 255);

    private static double Contrast(Accent one, Accent two)
    {
        var (light, dark) = (Math.Max(one.Luminance, two.Luminance), Math.Min(one.Luminance, two.Luminance));
        return (light + .05) / (dark + .05);
    }

    /// <summary>Relative luminance as WCAG 2 defines it.</summary>
    private double Luminance => (.2126 * Linear(Red)) + (.7152 * Linear(Green)) + (.0722 * Linear(Blue));

    private static double Linear(byte channel)
    {
        var part = channel / 255d;
        return part <= .04045 ? part / 12.92 : Math.Pow((part + .055) / 1.055, 2.4);
    }
}
