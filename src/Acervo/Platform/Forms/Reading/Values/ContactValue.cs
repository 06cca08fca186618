using System.Text.RegularExpressions;

namespace Acervo.Platform.Forms.Reading.Values;

/// <summary>Reads phone numbers as they were written, and of e-mail answers only what is an address.</summary>
internal static partial class ContactValue
{
    private const int FewestDigits = 5;

    public static IEnumerable<string> Phones(IReadOnlyList<ReadingLine> lines)
    {
        var phones = new List<string>();
        foreach (var part in ListValue.Lines(lines).SelectMany(line => Between().Split(line)).Select(part => part.Trim(' ', '.', '|')))
        {
            if (phones.Count > 0 && Extension().IsMatch(part))
            {
                phones[^1] += " " + part;
            }
            else if (part.Count(char.IsDigit) >= FewestDigits && !part.Contains('@', StringComparison.Ordinal))
            {
                phones.Add(part);
            }
        }

        return phones;
    }

    public static IEnumerable<string> Emails(IReadOnlyList<ReadingLine> lines) =>
        ListValue.Lines(lines).SelectMany(line => Email().Matches(AroundAt().Replace(line, "@"))).Select(match => match.Value.TrimEnd('.', '-'));

    [GeneratedRegex(@"\s*[;/,|\n]\s*|\s+[-–]\s+|\s+[yYoO]\s+")]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?:ext|extensi[oó]n)\b\.?", RegexOptions.IgnoreCase)]
    private static partial Regex Extension();

    [GeneratedRegex(@"[\p{L}\d._%+'-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+")]
    private static partial Regex Email();

    [GeneratedRegex(@"\s?@\s?")]
    private static partial Regex AroundAt();
}
