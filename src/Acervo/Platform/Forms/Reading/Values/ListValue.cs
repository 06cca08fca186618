using System.Text.RegularExpressions;
using Acervo.Platform.Documents;

namespace Acervo.Platform.Forms.Reading.Values;

/// <summary>Splits the answers that name several things: one a line, or parted by slashes and semicolons.</summary>
internal static partial class ListValue
{
    public static IEnumerable<string> Items(IReadOnlyList<ReadingLine> lines, IReadOnlySet<string>? known)
    {
        var parts = Lines(lines).SelectMany(line => NotApplicable().IsMatch(line) ? [line] : Separator().Split(line)).Select(Trim).Where(IsText).ToList();
        return parts.SelectMany(part => ByComma(part, known));
    }

    public static IEnumerable<string> People(IReadOnlyList<ReadingLine> lines) =>
        Items(lines, null).SelectMany(item => Between().Split(item) is { Length: > 1 } names && names.All(IsName) ? names : [item]).Select(Trim);

    /// <summary>One annex a line; a caption and the address on the next line are one annex.</summary>
    public static IEnumerable<string> Attachments(IReadOnlyList<ReadingLine> lines)
    {
        var items = new List<string>();
        foreach (var line in lines)
        {
            var text = line.Text.Replace("**", "", StringComparison.Ordinal).Trim();
            if (!IsText(text))
            {
                continue;
            }

            if (items.Count > 0 && Address().IsMatch(text) && line.Marker is null && !Address().IsMatch(items[^1])
                && !items[^1].Contains("://", StringComparison.Ordinal) && !FileName().IsMatch(items[^1]))
            {
                items[^1] += " " + text;
            }
            else
            {
                items.Add(text);
            }
        }

        // A short list on one line; addresses may hold any sign.
        return items is [var one] && !one.Contains("://", StringComparison.Ordinal) ? one.Split(';').Select(Trim).Where(IsText) : items;
    }

    public static IEnumerable<string> Lines(IReadOnlyList<ReadingLine> lines) => lines.Select(TextValue.Plain).Where(IsText);

    /// <summary>Terms of a catalogue may hold commas themselves, so a comma parts only where every part is a known term.</summary>
    private static List<string> ByComma(string item, IReadOnlySet<string>? known)
    {
        var parts = Comma().Split(item);
        if (known is null || parts.Length == 1 || known.Contains(Words.Key(item)))
        {
            return [item];
        }

        var result = new List<string>();
        for (var start = 0; start < parts.Length;)
        {
            var end = Enumerable.Range(start + 1, parts.Length - start).Reverse()
                .FirstOrDefault(end => known.Contains(Words.Key(string.Join(", ", parts[start..end]))));
            if (end == 0)
            {
                return [item];
            }

            result.Add(Trim(string.Join(", ", parts[start..end])));
            start = end;
        }

        return result;
    }

    private static bool IsName(string text)
    {
        var words = text.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 6 && words.All(word => char.IsUpper(word[0]) || word is "de" or "del" or "la" or "los" or "las" or "y")
            && !Office().IsMatch(text);
    }

    private static string Trim(string text) => text.Trim(' ', ';', ',', '|', '/');

    private static bool IsText(string text) => text.Any(char.IsLetterOrDigit);

    [GeneratedRegex(@"\s*;\s*|\s+/\s*|\s*/\s+|(?<=\p{L}{3})/(?=\p{Lu}\p{Ll})|\s+\|\s+", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Separator();

    [GeneratedRegex(@",\s+", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Comma();

    /// <summary>«Ana Gómez, Luis Díaz y Eva Ruiz» are three people; «Directora de Planeación y Control» is one.</summary>
    [GeneratedRegex(@",?\s+[yeYE]\s+|,\s+", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Between();

    [GeneratedRegex(@"^\s*n\s*/\s*a\.?\s*$", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex NotApplicable();

    [GeneratedRegex(@"\b(?:Direcci[oó]n|Director|Directora|Oficina|Jefe|Secretar[ií]a|Subdirecci[oó]n|Subdirector|Subdirectora|Equipo|Grupo|Profesional|"
        + @"Asesor|Asesora)\b", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Office();

    [GeneratedRegex(@"^\(?(?:https?://|www\.)\S+$", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Address();

    [GeneratedRegex(@"\.\w{3,4}\b", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex FileName();
}
