using System.Globalization;
using System.Text;

namespace Acervo.Platform.OpenData.Datasets;

/// <summary>
/// Writes one cell of a CSV so that a spreadsheet shows it as text: what begins like a formula gets an apostrophe before it. Numbers stay numbers.
/// </summary>
public static class SafeCell
{
    /// <summary>Everything but digits and letters that a spreadsheet may take for the start of a formula, with its full-width twins.</summary>
    private const string Openers = "=+-@＝＋－＠\t\r\n|%";

    public static string Guard(string text) => IsFormula(text) ? "'" + text : text;

    /// <summary>Appends the cell, guarded and quoted where it must be.</summary>
    public static void Append(StringBuilder line, string text, char separator)
    {
        var guarded = Guard(text);
        if (guarded.AsSpan().IndexOfAny(separator, '"', '\n') < 0 && !guarded.Contains('\r', StringComparison.Ordinal))
        {
            line.Append(guarded);
            return;
        }

        line.Append('"').Append(guarded.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    private static bool IsFormula(string text)
    {
        foreach (var letter in text)
        {
            if (Openers.Contains(letter, StringComparison.Ordinal))
            {
                return !IsNumber(text);
            }

            // Spaces and invisible marks before a sign do not make it harmless: some programs trim them.
            if (!char.IsWhiteSpace(letter) && char.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.Control))
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsNumber(string text) =>
        text[0] is '-' or '+' && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
