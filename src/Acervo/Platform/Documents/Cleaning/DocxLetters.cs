using System.Globalization;
using System.Text;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Keeps the letters, signs and spaces of a text that leave a mark or a gap on paper; characters that only programs see go.</summary>
internal static class DocxLetters
{
    public static string Shown(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsShown(rune))
            {
                shown.Append(rune);
            }
        }

        return shown.Length == text.Length ? text : shown.ToString();
    }

    private static bool IsShown(Rune rune) => rune.Value switch
    {
        // Blanks that count as letters, and marks that choose how the letter before is drawn.
        0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0 => false,
        >= 0x180B and <= 0x180F or >= 0xFE00 and <= 0xFE0F or >= 0xE0000 and <= 0xE0FFF => false,
        // The signs of Symbol and Wingdings are written here.
        >= 0xF020 and <= 0xF0FF => true,
        0xFFFD or 0xFFFC => false,
        '\t' or '\n' => true,
        _ => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator),
    };
}
