namespace Acervo.Platform.Documents.Cleaning;

/// <summary>What a cell shows of its value: a number as exact as it is drawn, a text, or nothing; and the format that still draws it so.</summary>
internal sealed record XlsxShown(double? Number, string? Text, string Format)
{
    private static readonly XlsxShown Nothing = new(null, null, "General");

    public static XlsxShown Of(double value, string format, SeenColour ground, DateTime epoch)
    {
        var sections = XlsxSection.Split(format);
        var section = Choose(sections, value);
        if (section.Colour is { } colour && !colour.IsSeenOn(ground))
        {
            return Nothing;
        }

        // With a part of its own, a negative number is drawn without its sign.
        var isOwn = value < 0 && sections.Count > 1 && ReferenceEquals(section, sections[1]);
        var code = isOwn ? $"{section.Code};{section.Code}" : section.Code;
        return section switch
        {
            { IsGeneral: true } or { HasText: true } => new XlsxShown(General(value), null, section.IsGeneral ? code : "General"),
            { HasTimes: true } => XlsxMoment.Shown(value, section.Signs, epoch) is { } moment ? new XlsxShown(moment, null, code) : Nothing,
            { HasDigits: true } => new XlsxShown(Rounded(value, section.Signs), null, code),
            { Words: "" } => Nothing,
            _ => new XlsxShown(null, section.Words, "General"),
        };
    }

    /// <summary>What is drawn of a text; null when nothing is.</summary>
    public static string? Of(string text, string format, SeenColour ground)
    {
        var sections = XlsxSection.Split(format);
        var section = sections.Count > 3 ? sections[3] : sections.Find(each => each.HasText);
        return section is null ? text
            : section.Colour is { } colour && !colour.IsSeenOn(ground) ? null
            : section.Words.Replace("@", text, StringComparison.Ordinal) is { Length: > 0 } shown ? shown : null;
    }

    private static XlsxSection Choose(List<XlsxSection> sections, double value)
    {
        if (sections.Exists(section => section.Condition is not null))
        {
            return sections.Find(section => section.Condition is not { } holds || holds(value)) ?? sections[^1];
        }

        var numeric = Math.Min(sections.Count, 3);
        return value switch
        {
            < 0 when numeric > 1 => sections[1],
            0 when numeric > 2 => sections[2],
            _ => sections[0],
        };
    }

    // Excel shows eleven figures of a broken number.
    private static double General(double value) => Math.Abs(value) < 1e15 && value.Equals(Math.Truncate(value)) ? value : Significant(value, 11);

    private static double Rounded(double value, string signs)
    {
        var digits = signs.Split('E')[0];
        var decimals = digits.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? digits[point..].Count(sign => sign is '0' or '#' or '?') : 0;
        if (signs.Contains('E', StringComparison.Ordinal))
        {
            return Significant(value, Math.Max(1, digits.Count(sign => sign is '0' or '#' or '?')));
        }

        if (signs.Contains('/', StringComparison.Ordinal))
        {
            return Math.Round(value, 4);
        }

        var whole = digits.Split('.')[0].TrimEnd('%');
        var thousands = digits.TrimEnd('%').Length - digits.TrimEnd('%').TrimEnd(',').Length;
        thousands = thousands > 0 ? thousands : whole.Length - whole.TrimEnd(',').Length;
        return To(value, decimals + (2 * digits.Count(sign => sign == '%')) - (3 * thousands));
    }

    private static double To(double value, int places) => places switch
    {
        > 12 => value,
        >= 0 => Math.Abs(value) > 1e15 ? value : (double)Math.Round((decimal)value, places, MidpointRounding.AwayFromZero),
        _ => Math.Round(value / Math.Pow(10, -places), MidpointRounding.AwayFromZero) * Math.Pow(10, -places),
    };

    private static double Significant(double value, int figures) => value is 0 || !double.IsFinite(value) ? value
        : figures - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))) is var places and <= 12 ? To(value, places)
        : double.Parse(value.ToString($"E{figures - 1}", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
}
