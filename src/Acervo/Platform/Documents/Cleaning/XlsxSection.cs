using System.Globalization;
using System.Text;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>
/// One part of a number format («#,##0.00» of «#,##0.00;-#,##0.00»), read sign by sign: what it shows, and the same written with nothing else.
/// </summary>
internal sealed class XlsxSection
{
    private const string Spaces = "()-$€ %.,0";
    private const string Plain = "$-+(): ";

    private static readonly Dictionary<string, SeenColour> Colours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Black"] = SeenColour.Black,
        ["White"] = SeenColour.White,
        ["Red"] = new(255, 0, 0),
        ["Blue"] = new(0, 0, 255),
        ["Green"] = new(0, 255, 0),
        ["Yellow"] = new(255, 255, 0),
        ["Magenta"] = new(255, 0, 255),
        ["Cyan"] = new(0, 255, 255),
        ["Color1"] = SeenColour.Black,
        ["Color2"] = SeenColour.White,
        ["Color3"] = new(255, 0, 0),
    };

    private readonly StringBuilder code = new();
    private readonly StringBuilder signs = new();
    private readonly StringBuilder words = new();

    private XlsxSection()
    {
    }

    /// <summary>The format with nothing in it that is not shown.</summary>
    public string Code => code.ToString();

    /// <summary>The signs that stand for digits and times, without any words.</summary>
    public string Signs => signs.ToString();

    /// <summary>The words that it shows, with «@» where the text of the cell goes.</summary>
    public string Words => words.ToString();

    public SeenColour? Colour { get; private set; }

    public Func<double, bool>? Condition { get; private set; }

    public bool IsGeneral { get; private set; }

    public bool HasDigits => Signs.AsSpan().ContainsAny('0', '#', '?');

    public bool HasTimes => Signs.AsSpan().ContainsAny("ymdhs");

    public bool HasText => words.ToString().Contains('@', StringComparison.Ordinal);

    public static List<XlsxSection> Split(string format)
    {
        List<XlsxSection> sections = [new()];
        for (var at = 0; at < format.Length;)
        {
            if (format[at] == ';')
            {
                sections.Add(new XlsxSection());
                at++;
            }
            else
            {
                at = sections[^1].Take(format, at);
            }
        }

        return sections;
    }

    private int Take(string format, int at)
    {
        var next = at + 1 < format.Length ? format[at + 1] : ' ';
        switch (format[at])
        {
            case '"':
                var close = format.IndexOf('"', at + 1) is >= 0 and var found ? found : format.Length;
                Say(format[(at + 1)..close]);
                return close + 1;
            case '\\' or '!':
                Say(next.ToString());
                return at + 2;
            case '_':
                code.Append(Spaces.Contains(next, StringComparison.Ordinal) ? $"_{next}" : "\\ ");
                return at + 2;
            case '*':
                code.Append(next is ' ' or '-' or '.' ? $"*{next}" : "");
                return at + 2;
            case '[':
                var end = format.IndexOf(']', at) is >= 0 and var bracket ? bracket : format.Length;
                Bracket(format[(at + 1)..end]);
                return end + 1;
            default:
                return Sign(format, at);
        }
    }

    private int Sign(string format, int at)
    {
        foreach (var word in new[] { "General", "AM/PM", "A/P", "E+", "E-" })
        {
            if (format.AsSpan(at).StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                IsGeneral |= word == "General";
                code.Append(word);
                signs.Append(word is "E+" or "E-" ? "E" : "");
                return at + word.Length;
            }
        }

        var letter = char.ToLowerInvariant(format[at]);
        if ("0#?.,%/".Contains(letter, StringComparison.Ordinal) || "ymdhs".Contains(letter, StringComparison.Ordinal))
        {
            code.Append(letter);
            signs.Append(letter);
        }
        else if (letter == '@')
        {
            code.Append('@');
            words.Append('@');
        }
        else
        {
            Say(format[at].ToString());
        }

        return at + 1;
    }

    private void Bracket(string inside)
    {
        if (Colours.TryGetValue(inside, out var colour))
        {
            Colour = colour;
            code.Append('[').Append(inside).Append(']');
        }
        else if (inside is ['$', ..] && inside.Split('-', 2) is var parts)
        {
            // A currency is seen; the language of a date is a short number.
            Say(parts[0][1..]);
            code.Append(parts.Length == 2 && parts[1].Length <= 8 && parts[1].All(char.IsAsciiHexDigit) ? $"[$-{parts[1]}]" : "");
        }
        else if (inside.Length is > 0 and < 4 && inside.All(letter => "hHmMsS".Contains(letter, StringComparison.Ordinal)))
        {
            code.Append('[').Append(inside).Append(']');
            signs.Append("[h");
        }
        else if (inside.TrimStart('<', '>', '=') is var number && number.Length < inside.Length
            && double.TryParse(number, CultureInfo.InvariantCulture, out var limit))
        {
            Condition = XlsxRule.Compare(inside[..^number.Length], limit);
        }
    }

    private void Say(string text)
    {
        var shown = XlsxSigns.WithShape(text).Replace("\"", "", StringComparison.Ordinal);
        words.Append(shown.Replace("@", "", StringComparison.Ordinal));
        code.Append(shown.Length == 1 && Plain.Contains(shown, StringComparison.Ordinal) ? shown : shown.Length > 0 ? $"\"{shown}\"" : "");
    }
}
