using System.Globalization;
using System.Text;

namespace Acervo.Platform.Documents;

/// <summary>The name of a sent file, fit to be kept and shown: no folders, no signs that cannot be seen or that turn the text around.</summary>
public static class SentName
{
    private const int Longest = 120;
    private const int LongestExtension = 12;
    private const string Nameless = "documento";

    public static string Clean(string? name)
    {
        var shown = new StringBuilder();
        foreach (var sign in (name ?? "").EnumerateRunes().Where(IsShown))
        {
            shown.Append(sign.ToString());
        }

        var last = shown.ToString().Split('/', '\\')[^1].Trim();
        var extension = Path.GetExtension(last) is { Length: <= LongestExtension } found ? found : "";
        var stem = Cut(last[..^extension.Length].Trim(), Longest - extension.Length);
        return (stem.Length == 0 ? Nameless : stem) + extension;
    }

    private static bool IsShown(Rune sign) => sign != Rune.ReplacementChar && Rune.GetUnicodeCategory(sign) is not (UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned);

    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)].TrimEnd();
}
