using System.Text.RegularExpressions;
using Acervo.Platform.Documents;

namespace Acervo.Platform.Forms.Reading;

/// <summary>Tells the names of who wrote, checked and signed, or the farewell of a mail, from the answer above them: they are no part of it.</summary>
internal static partial class SignatureBlock
{
    private const int MostLines = 14;

    /// <summary>Under a farewell stand who signs, the mark of the entity and what its lawyers add.</summary>
    private const int MostLinesOfMail = 40;
    private const int MostWords = 14;

    public static IReadOnlyList<ReadingLine> Remove(IReadOnlyList<ReadingLine> lines)
    {
        var farewell = lines.ToList().FindIndex(line => line.Marker is null && Farewell().IsMatch(line.Text.Replace("**", "", StringComparison.Ordinal)));
        if (farewell >= 0 && lines.Count - farewell <= MostLinesOfMail)
        {
            return [.. lines.Take(farewell)];
        }

        var first = Math.Max(0, lines.Count - MostLines);
        for (var index = first; index < lines.Count; index++)
        {
            if (Opens(lines, index) && lines.Skip(index).All(IsShort))
            {
                return [.. lines.Take(index)];
            }
        }

        return lines;
    }

    private static bool Opens(IReadOnlyList<ReadingLine> lines, int index)
    {
        var text = lines[index].Text.Replace("**", "", StringComparison.Ordinal);
        return lines[index].Marker is null && (Deed().IsMatch(text)
            || ((Line().IsMatch(text) || Place().IsMatch(text)) && lines.Skip(index + 1).Any(line => Office().IsMatch(line.Text))));
    }

    private static bool IsShort(ReadingLine line) => line.Words.Count <= MostWords && !line.IsBullet;

    [GeneratedRegex(@"^(?:cordialmente|atentamente|atte|cordial saludo|(?:un )?saludos?(?: cordial(?:es)?)?|(?:mil|muchas )?\s?gracias"
        + @"(?: por (?:su|la) \p{L}+)?|quedo atent[oa].{0,40}|quedamos atent[oa]s.{0,40}|feliz (?:d[ií]a|tarde))\s*[,.]*$",
        RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Farewell();

    /// <summary>Who did what, with the name after it.</summary>
    [GeneratedRegex(@"^(?:elabor[oó]|proyect[oó]|revis[oó]|aprob[oó]|vo\.?\s?bo\.?|diligenci[oó]|(?:elaborado|proyectado|revisado|aprobado|"
        + @"diligenciado)\s+por)\s*(?:y\s+\p{L}+\s*)?[:|]", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Deed();

    /// <summary>The line to sign on.</summary>
    [GeneratedRegex(@"^[\s|]*_{6,}[\s_|]*$", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Line();

    [GeneratedRegex(@"^(?:firmas?|nombres?\s+y\s+firmas?|firma\s+(?:del?|de\s+la)\b.*)\s*[:|_]*", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Place();

    [GeneratedRegex(@"^\**(?:firma|nombre|cargo|c\.\s?c\.|director|directora|jefe|jefa|secretari[oa]|subdirector|subdirectora|subsecretari[oa]|profesional|"
        + @"asesor|asesora|supervisora?)\b", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Office();
}
