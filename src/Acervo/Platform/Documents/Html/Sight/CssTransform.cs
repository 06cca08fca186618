using System.Text.RegularExpressions;

namespace Acervo.Platform.Documents.Html.Sight;

/// <summary>What turning, moving and scaling a box does to its letters. Of what is not known here nothing is believed.</summary>
internal static partial class CssTransform
{
    /// <summary>The share of their size that letters keep.</summary>
    public static double Scale(string? transform, string? scale, string? zoom)
    {
        var kept = Least(scale) * (zoom is null or "normal" or "reset" ? 1 : Number(zoom));
        foreach (Match step in Step().Matches(transform ?? ""))
        {
            var values = step.Groups["values"].Value.Split(',', ' ').Where(part => part.Length > 0).ToArray();
            kept *= step.Groups["name"].Value switch
            {
                "scale" or "scale3d" => Least(string.Join(' ', values.Take(2))),
                "scalex" or "scaley" => Math.Abs(Number(values.FirstOrDefault() ?? "1")),
                "matrix" when values.Length == 6 => Matrix(values),
                "translate" or "translatex" or "translatey" or "translatez" or "translate3d" or "rotate" or "rotatez" or "scalez" => 1,
                "skew" or "skewx" or "skewy" when values.All(value => Math.Abs(Number(value)) < 60) => 1,
                "rotatex" or "rotatey" when values.All(value => Math.Abs(Number(value)) < 60) => 1,
                _ => 0,
            };
        }

        return kept;
    }

    /// <summary>Nothing is left of letters that are turned around another axis than the one that looks at the reader.</summary>
    public static double Tilt(string? rotate) =>
        rotate is null || rotate.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not { Length: > 1 } parts || parts is ["z", _] ? 1
        : Math.Abs(Number(parts[^1])) < 60 ? 1 : 0;

    /// <summary>How far the box is moved to the left or right and up or down.</summary>
    public static (double Across, double Down) Shift(string? transform, string? translate, double font)
    {
        var (across, down) = Pair(translate?.Split(' ') ?? [], font);
        foreach (Match step in Step().Matches(transform ?? ""))
        {
            var values = step.Groups["values"].Value.Split(',');
            var (x, y) = step.Groups["name"].Value switch
            {
                "translate" or "translate3d" => Pair(values, font),
                "translatex" => (Length(values[0], font), 0),
                "translatey" => (0, Length(values[0], font)),
                "matrix" when values.Length == 6 => (Number(values[4]), Number(values[5])),
                _ => (0, 0),
            };
            (across, down) = (across + x, down + y);
        }

        return (across, down);
    }

    private static (double, double) Pair(string[] values, double font) =>
        (values.Length > 0 ? Length(values[0], font) : 0, values.Length > 1 ? Length(values[1], font) : 0);

    /// <summary>A share of its own size may be of anything up to the whole screen.</summary>
    private static double Length(string value, double font) => CssLength.Pixels(value.Trim(), font, CssLength.ScreenWidth) ?? 0;

    private static double Matrix(string[] values)
    {
        var (a, b, c, d) = (Number(values[0]), Number(values[1]), Number(values[2]), Number(values[3]));
        return Math.Min(1, Math.Abs(a * d - b * c));
    }

    private static double Least(string? scale) =>
        scale is null or "none" ? 1 : scale.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2).Select(part => Math.Abs(Number(part))).DefaultIfEmpty(1)
        .Min();

    private static double Number(string value)
    {
        var plain = value.Trim().Replace("deg", "", StringComparison.Ordinal);
        return plain.EndsWith("turn", StringComparison.Ordinal) ? Number(plain[..^4]) * 360 : CssLength.Pixels(plain, 16, 1) ?? 0;
    }

    [GeneratedRegex(@"(?<name>[a-z0-9]+)\((?<values>[^()]*(?:\([^()]*\)[^()]*)*)\)", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Step();
}
