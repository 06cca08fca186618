using System.Drawing;
using System.Globalization;
using Acervo.Platform.Documents.Word.Sight;

namespace Acervo.Platform.Documents.Html.Sight;

/// <summary>Colours as style sheets write them, with how much of them covers.</summary>
internal static class CssColour
{
    private static readonly char[] Parting = [' ', ',', '/', '\t', '\n'];

    public static bool IsColour(string text) => Parse(text) is not null;

    /// <summary>Null for what is no colour, or none that is known here.</summary>
    public static (Rgb Colour, double Alpha)? Parse(string text)
    {
        var value = text.Trim();
        if (value.StartsWith('#'))
        {
            return Hex(value[1..]);
        }

        if (value is "transparent" or "none")
        {
            return (Rgb.White, 0);
        }

        if (OfScreen(value) is { } system)
        {
            return (system, 1);
        }

        var bracket = value.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 0)
        {
            return value.StartsWith("color-mix(", StringComparison.Ordinal) ? Mixed([.. CssRules.Pieces(Inside(value, bracket), ',')])
                : value.StartsWith("light-dark(", StringComparison.Ordinal) ? Parse(CssRules.Pieces(Inside(value, bracket), ',').First())
                : value.Contains("gradient", StringComparison.Ordinal) ? Mean(value[(bracket + 1)..])
                : Function(value[..bracket], value[(bracket + 1)..].TrimEnd(')'));
        }

        var named = Color.FromName(value.Replace("grey", "gray", StringComparison.Ordinal));
        return value.Length > 0 && named.IsKnownColor ? (new Rgb(named.R / 255.0, named.G / 255.0, named.B / 255.0), named.A / 255.0) : null;
    }

    private static string Inside(string value, int bracket) => value.EndsWith(')') ? value[(bracket + 1)..^1] : value[(bracket + 1)..];

    /// <summary>The colours that a screen in light dress gives.</summary>
    private static Rgb? OfScreen(string name) => name switch
    {
        "canvas" or "field" or "window" or "highlighttext" or "accentcolortext" or "selecteditemtext" => Rgb.White,
        "canvastext" or "fieldtext" or "buttontext" or "windowtext" or "marktext" => Rgb.Black,
        "buttonface" => new Rgb(0.94, 0.94, 0.94),
        _ => null,
    };

    /// <summary>The space, then two colours, each with its share or without.</summary>
    private static (Rgb, double)? Mixed(string[] parts)
    {
        if (parts.Length != 3 || Shared(parts[1]) is not var (one, own) || Shared(parts[2]) is not var (other, second))
        {
            return null;
        }

        var share = (own, second) switch
        {
            ({ } first, null) => first,
            (null, { } last) => 1 - last,
            ({ } first, { } last) when first + last > 0 => first / (first + last),
            _ => 0.5
        };
        return (other.Colour.Mix(one.Colour, share), (other.Alpha * (1 - share)) + (one.Alpha * share));
    }

    private static ((Rgb Colour, double Alpha) Colour, double? Share)? Shared(string part)
    {
        var words = CssRules.Pieces(part.Trim(), ' ').Where(word => word.Length > 0).ToList();
        var share = words.Find(word => word.EndsWith('%') && char.IsAsciiDigit(word[0]));
        return Parse(string.Join(' ', words.Where(word => word != share))) is { } colour ? (colour, share is null ? null : Number(share, 1)) : null;
    }

    private static (Rgb, double)? Hex(string digits)
    {
        var full = digits.Length is 3 or 4 ? string.Concat(digits.Select(digit => new string(digit, 2))) : digits;
        if (full.Length is not (6 or 8) || !uint.TryParse(full.PadRight(8, 'f'), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var all))
        {
            return null;
        }

        return (new Rgb((all >> 24) / 255.0, (all >> 16 & 0xFF) / 255.0, (all >> 8 & 0xFF) / 255.0), (all & 0xFF) / 255.0);
    }

    private static (Rgb, double)? Function(string name, string inner)
    {
        var parts = inner.Split(Parting, StringSplitOptions.RemoveEmptyEntries);
        if (name == "color" && parts.Length > 3)
        {
            parts = parts[1..]; // the space comes first, and all of them are near enough
        }

        if (parts.Length < 3)
        {
            return null;
        }

        var alpha = parts.Length > 3 ? Number(parts[3], 1) : 1;
        return (name, Number(parts[0], 1), Number(parts[1], 1), Number(parts[2], 1), alpha) switch
        {
            ("rgb" or "rgba", { } r, { } g, { } b, { } a) => (new Rgb(Part(parts[0], r), Part(parts[1], g), Part(parts[2], b)), a),
            ("color", { } r, { } g, { } b, { } a) => (new Rgb(r, g, b), a),
            ("hsl" or "hsla", { } hue, { } s, { } l, { } a) => (Hsl(hue, parts[1].EndsWith('%') ? s : s / 100, parts[2].EndsWith('%') ? l : l / 100), a),
            ("hwb", _, { } white, { } black, { } a) => (Grey((white + 1 - black) / 2), a),
            ("lab" or "lch", { } l, _, _, { } a) => (Grey(parts[0].EndsWith('%') ? l : l / 100), a),
            ("oklab" or "oklch", { } l, _, _, { } a) => (Grey(l), a),
            _ => null,
        };
    }

    /// <summary>Spaces that begin with the lightness: for contrast the rest matters little.</summary>
    private static Rgb Grey(double light) => new(Math.Clamp(light, 0, 1), Math.Clamp(light, 0, 1), Math.Clamp(light, 0, 1));

    private static double Part(string text, double number) => Math.Clamp(text.EndsWith('%') ? number : number / 255, 0, 1);

    private static double? Number(string text, double whole)
    {
        var plain = text.TrimEnd('%', 'd', 'e', 'g');
        return text == "none" ? 0 : double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? text.EndsWith('%') ? number / 100 * whole : number : null;
    }

    private static Rgb Hsl(double hue, double saturation, double light)
    {
        double Channel(double shift)
        {
            var turn = (shift + hue / 30) % 12;
            return Math.Clamp(light - saturation * Math.Min(light, 1 - light) * Math.Max(-1, Math.Min(turn - 3, Math.Min(9 - turn, 1))), 0, 1);
        }

        return new Rgb(Channel(0), Channel(8), Channel(4));
    }

    private static (Rgb, double)? Mean(string inner)
    {
        var stops = CssRules.Pieces(inner.EndsWith(')') ? inner[..^1] : inner, ',').SelectMany(stop => CssRules.Pieces(stop.Trim(), ' ')).Select(Parse)
            .OfType<(Rgb Colour, double Alpha)>().ToList();
        return stops.Count == 0 ? null
            : (new Rgb(stops.Average(stop => stop.Colour.Red), stops.Average(stop => stop.Colour.Green), stops.Average(stop => stop.Colour.Blue)),
            stops.Min(stop => stop.Alpha));
    }
}
