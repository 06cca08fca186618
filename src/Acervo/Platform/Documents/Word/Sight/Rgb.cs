using System.Globalization;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>A colour of the screen, and whether letters of one colour can be told from a ground of another.</summary>
internal readonly record struct Rgb(double Red, double Green, double Blue)
{
    // Letters are told by light and dark. The palest grey that Word offers for shading (F2F2F2) has 1.12 on white and D9D9D9, which people do
    // read, 1.41; WCAG asks for 4.5. Below 1.3 a print and a copy lose them.
    public const double LeastContrast = 1.3;

    // Red on a grey of the same light is still seen, pale yellow on white is not: the eye makes little of blue and yellow in thin strokes.
    private const double LeastHue = 25;
    private const double BlueYellow = 1.0 / 3;

    public static readonly Rgb White = new(1, 1, 1);
    public static readonly Rgb Black = new(0, 0, 0);

    /// <summary>Six hexadecimal digits, or one of the few names that drawings use; null for anything else, and for «auto».</summary>
    public static Rgb? Parse(string? text)
    {
        var hex = text?.Split(' ')[0].TrimStart('#') ?? "";
        hex = hex.Length == 3 ? string.Concat(hex.Select(digit => new string(digit, 2))) : hex;
        if (hex.Length == 6 && int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb))
        {
            return new Rgb((rgb >> 16) / 255.0, (rgb >> 8 & 0xFF) / 255.0, (rgb & 0xFF) / 255.0);
        }

        return hex.ToUpperInvariant() switch
        {
            "WHITE" or "WINDOW" => White,
            "BLACK" or "WINDOWTEXT" => Black,
            "YELLOW" => new Rgb(1, 1, 0),
            "GREEN" or "LIME" => new Rgb(0, 1, 0),
            "CYAN" or "AQUA" => new Rgb(0, 1, 1),
            "MAGENTA" or "FUCHSIA" => new Rgb(1, 0, 1),
            "BLUE" => new Rgb(0, 0, 1),
            "RED" => new Rgb(1, 0, 0),
            "DARKBLUE" or "NAVY" => new Rgb(0, 0, 0.5),
            "DARKCYAN" or "TEAL" => new Rgb(0, 0.5, 0.5),
            "DARKGREEN" => new Rgb(0, 0.5, 0),
            "DARKMAGENTA" or "PURPLE" => new Rgb(0.5, 0, 0.5),
            "DARKRED" or "MAROON" => new Rgb(0.5, 0, 0),
            "DARKYELLOW" or "OLIVE" => new Rgb(0.5, 0.5, 0),
            "DARKGRAY" or "GRAY" or "GREY" => new Rgb(0.5, 0.5, 0.5),
            "LIGHTGRAY" or "SILVER" => new Rgb(0.75, 0.75, 0.75),
            _ => null,
        };
    }

    public Rgb Mix(Rgb over, double share) =>
        new(Red + (over.Red - Red) * share, Green + (over.Green - Green) * share, Blue + (over.Blue - Blue) * share);

    /// <summary>The same hue with its lightness (of HSL) multiplied and moved, as tints and shades of themes are.</summary>
    public Rgb Lighten(double times, double plus)
    {
        var (most, least) = (Math.Max(Red, Math.Max(Green, Blue)), Math.Min(Red, Math.Min(Green, Blue)));
        var light = (most + least) / 2;
        var wanted = Math.Clamp(light * times + plus, 0, 1);
        var room = 1 - Math.Abs(2 * light - 1);
        var stretch = room <= 0 ? 0 : (1 - Math.Abs(2 * wanted - 1)) / room;
        return new Rgb(Within(wanted + (Red - light) * stretch), Within(wanted + (Green - light) * stretch), Within(wanted + (Blue - light) * stretch));
    }

    /// <summary>Letters of this colour on that ground are as good as none.</summary>
    public bool IsLostOn(Rgb ground) => Contrast(ground) < LeastContrast && HueFrom(ground) < LeastHue;

    public double Contrast(Rgb other)
    {
        var (one, two) = (Luminance + 0.05, other.Luminance + 0.05);
        return Math.Max(one, two) / Math.Min(one, two);
    }

    private double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    private double HueFrom(Rgb other)
    {
        var (one, two) = (Lab(), other.Lab());
        return Math.Sqrt(Math.Pow(one.A - two.A, 2) + Math.Pow((one.B - two.B) * BlueYellow, 2));
    }

    private (double A, double B) Lab()
    {
        var (red, green, blue) = (Linear(Red), Linear(Green), Linear(Blue));
        var x = Root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
        var y = Root(0.2126 * red + 0.7152 * green + 0.0722 * blue);
        var z = Root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
        return (500 * (x - y), 200 * (y - z));
    }

    private static double Root(double part) => part > 0.008856 ? Math.Cbrt(part) : 7.787 * part + 16.0 / 116;

    private static double Linear(double part) => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);

    private static double Within(double part) => Math.Clamp(part, 0, 1);
}
