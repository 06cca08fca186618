using System.Buffers;
using System.Globalization;
using System.Text;

namespace Acervo.Platform.Text;

/// <summary>
/// The one rule for a cell of any CSV that leaves the site: quoted, and nothing in it runs as a formula. Numbers go as they are; in a text an
/// apostrophe stands before what would begin a formula: at its start, and after each separator or line end inside, since a program told of another separator
/// begins cells there, whatever the quotes say.
/// </summary>
public static class CsvCell
{
    private const string Openers = "=+-@|%";

    /// <summary>Minus signs that are not a hyphen, also of indices.</summary>
    private const char Minus = '\u2212';

    /// <summary>Letters without a shape: fillers of Hangul, and the empty Braille cell.</summary>
    private const string Fillers = "\u115F\u1160\u3164\uFFA0\u2800";

    /// <summary>What makes a list item or a signed word into something that computes.</summary>
    private static readonly SearchValues<char> Computing = SearchValues.Create("=(|!＝（｜！");

    private static readonly SearchValues<char> Separators = SearchValues.Create(",;\t\r\n");

    /// <summary>Appends the cell, quoted.</summary>
    public static void Append(StringBuilder line, object? value)
    {
        var text = value switch
        {
            null => "",
            int or long or decimal => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            string words => Guard(words),
            _ => throw new ArgumentException($"A cell holds a text or a number, not {value.GetType().Name}.", nameof(value)),
        };
        line.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    /// <summary>A text that no spreadsheet runs.</summary>
    public static string Guard(string text)
    {
        StringBuilder? guarded = null;
        var done = 0;
        for (var start = 0; start <= text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(Separators) is var found and >= 0 ? found : text.Length - start;
            var piece = text.AsSpan(start, length);
            if (start == 0 ? Opens(text) : Computes(piece, text.AsSpan(start)))
            {
                (guarded ??= new StringBuilder(text.Length + 8)).Append(text, done, start - done).Append('\'');
                done = start;
            }

            start += length + 1;
        }

        return guarded?.Append(text, done, text.Length - done).ToString() ?? text;
    }

    /// <summary>The text as it was, where a person sends back a table that the site gave.</summary>
    public static string Unguard(string cell) => cell is ['\'', ..] && Guard(cell[1..]) is ['\'', ..] ? cell[1..] : cell;

    /// <summary>Whether the cell begins like a formula, or with a control character that hides what comes after it.</summary>
    private static bool Opens(string text) =>
        text.Length > 0 && (char.IsControl(text[0]) || Openers.Contains(FirstOf(text, isInside: false), StringComparison.Ordinal));

    /// <summary>
    /// Whether a piece inside would compute as a cell of its own. Numbers and items of a list, which texts are full of, do not, unless something in their line
    /// does: how far the cell goes depends on the separator.
    /// </summary>
    private static bool Computes(ReadOnlySpan<char> piece, ReadOnlySpan<char> text)
    {
        var first = FirstOf(piece, isInside: true);
        if (first is not ('+' or '-'))
        {
            return first is '=' or '@';
        }

        var line = text.IndexOfAny('\r', '\n') is var end and >= 0 ? text[..end] : text;
        var rest = piece.Trim();
        var isList = rest.Length < 2 || char.IsWhiteSpace(rest[1]);
        var isNumber = decimal.TryParse(rest, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
        return line.ContainsAny(Computing) || !(isList || isNumber);
    }

    /// <summary>
    /// The first letter that shows, in its plain form; programs pass over what does not show. Quotes inside would be read as the start of a cell.
    /// </summary>
    private static char FirstOf(ReadOnlySpan<char> text, bool isInside)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii ? rune.Value <= ' ' || rune.Value == 127 || (isInside && rune.Value == '"') : IsUnseen(rune))
            {
                continue;
            }

            var plain = rune.IsAscii ? (char)rune.Value : rune.ToString().Normalize(NormalizationForm.FormKC)[0];
            return plain == Minus ? '-' : plain;
        }

        return '\0';
    }

    private static bool IsUnseen(Rune rune) => Fillers.Contains(rune.ToString(), StringComparison.Ordinal) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
