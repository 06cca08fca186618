using System.Globalization;

namespace Acervo.Platform.Documents.Html.Sight;

/// <summary>Lengths of style sheets in pixels, sums included.</summary>
internal sealed class CssLength
{
    public const double ScreenWidth = 1280;

    /// <summary>Less than this nobody hides with.</summary>
    public const double Edge = 40;

    private const double ScreenHeight = 800;
    private const double LetterWidth = 0.6;
    private const int Deepest = 20;

    private readonly string text;
    private readonly double font;
    private readonly double whole;
    private int at;

    private CssLength(string text, double font, double whole) => (this.text, this.font, this.whole) = (text, font, whole);

    /// <summary>Null for what is no length, as «auto».</summary>
    /// <param name="value">As written.</param>
    /// <param name="font">The size of the letters, which em and ex are shares of.</param>
    /// <param name="whole">What a percentage is a share of.</param>
    public static double? Pixels(string? value, double font, double whole)
    {
        if (value is null)
        {
            return null;
        }

        var reader = new CssLength(value.Trim(), font, whole);
        return reader.Sum(0) is { } pixels && reader.at >= reader.text.Length && double.IsFinite(pixels) ? pixels : null;
    }

    /// <summary>About as wide as a text is at most when it stands in one line.</summary>
    public static double OfText(string text, double font) => text.Length * font * LetterWidth;

    public static double? FontSize(string value, double parent) => value switch
    {
        "xx-small" => 9,
        "x-small" => 10,
        "small" => 13,
        "medium" => 16,
        "large" => 18,
        "x-large" => 24,
        "xx-large" => 32,
        "xxx-large" => 48,
        "smaller" => parent / 1.2,
        "larger" => parent * 1.2,
        _ => Pixels(value, parent, parent),
    };

    private double? Sum(int depth)
    {
        var total = Product(depth);
        while (total is not null && Sign() is '+' or '-')
        {
            var minus = text[at++] == '-';
            total = Product(depth) is { } next ? total + (minus ? -next : next) : null;
        }

        return total;
    }

    private double? Product(int depth)
    {
        var total = Single(depth);
        while (total is not null && Sign() is '*' or '/')
        {
            var over = text[at++] == '/';
            total = Single(depth) is { } next ? over ? total / next : total * next : null;
        }

        return total;
    }

    private double? Single(int depth)
    {
        Sign();
        var name = at;
        while (at < text.Length && (char.IsAsciiLetter(text[at]) || text[at] == '-' && at > name))
        {
            at++;
        }

        if (at < text.Length && text[at] == '(' && depth < Deepest)
        {
            return Function(text[name..at], depth);
        }

        at = name;
        return Number();
    }

    private double? Function(string name, int depth)
    {
        List<double> values = [];
        do
        {
            at++;
            if (Sum(depth + 1) is not { } value)
            {
                return null;
            }

            values.Add(value);
        }
        while (Sign() == ',');

        at++;
        return name switch
        {
            "" or "calc" or "-webkit-calc" => values[0],
            "min" => values.Min(),
            "max" => values.Max(),
            "clamp" when values.Count == 3 => Math.Max(values[0], Math.Min(values[1], values[2])),
            "abs" => Math.Abs(values[0]),
            _ => null,
        };
    }

    private double? Number()
    {
        var from = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.' || text[at] is '-' or '+' && at == from
            || text[at] == 'e' && at + 1 < text.Length && (char.IsAsciiDigit(text[at + 1]) || text[at + 1] == '-')))
        {
            at++;
        }

        if (!double.TryParse(text.AsSpan(from, at - from), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var unit = at;
        while (at < text.Length && (char.IsAsciiLetter(text[at]) || text[at] == '%'))
        {
            at++;
        }

        return Unit(text[unit..at]) * number;
    }

    private double? Unit(string unit) => unit switch
    {
        "" or "px" => 1,
        "pt" => 96.0 / 72,
        "pc" => 16,
        "in" => 96,
        "cm" => 96 / 2.54,
        "mm" => 9.6 / 2.54,
        "q" => 2.4 / 2.54,
        "em" or "ic" or "lh" => font,
        "rem" or "rlh" => 16,
        "ex" or "ch" or "cap" => font / 2,
        "%" => whole / 100,
        "vw" or "svw" or "lvw" or "dvw" or "vi" or "cqw" or "cqi" or "vmax" => ScreenWidth / 100,
        "vh" or "svh" or "lvh" or "dvh" or "vb" or "cqh" or "cqb" or "vmin" => ScreenHeight / 100,
        _ => null,
    };

    /// <summary>The next sign after blanks; nothing is taken but the blanks.</summary>
    private char Sign()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at < text.Length ? text[at] : '\0';
    }
}
