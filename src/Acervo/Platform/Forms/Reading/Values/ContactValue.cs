using System.Text.RegularExpressions;
using Acervo.Platform.Documents;

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
            else if (phones.Count > 0 && FewDigits().IsMatch(part) && HasExtension().IsMatch(phones[^1]))
            {
                phones[^1] += ", " + part;
            }
            else if (part.Count(char.IsDigit) >= FewestDigits && !part.Contains('@', StringComparison.Ordinal))
            {
                phones.Add(part);
            }
        }

        return phones;
    }

    public static IEnumerable<string> Emails(IReadOnlyList<ReadingLine> lines) =>
        Email().Matches(Broken().Replace(AroundAt().Replace(string.Join('\n', ListValue.Lines(lines)), "@"), "${start}${end}"))
        .Select(match => match.Value.TrimEnd('.', '-'));

    /// <summary>Words beside the addresses.</summary>
    public static string BesideEmails(IReadOnlyList<ReadingLine> lines)
    {
        var text = Broken().Replace(AroundAt().Replace(string.Join('\n', ListValue.Lines(lines)), "@"), "${start}${end}");
        var rest = Email().Replace(text, " ");
        return Words.Of(rest).Any(word => word.Folded.Length > 2) ? rest.Trim(' ', ';', ',', '/', '|', '-', '.', '\n') : "";
    }

    /// <summary>What stands among the telephones and is none.</summary>
    public static string BesidePhones(IReadOnlyList<ReadingLine> lines, IReadOnlyList<string> phones)
    {
        var taken = string.Join(' ', phones);
        return string.Join("; ", ListValue.Lines(lines).SelectMany(line => Between().Split(line)).Select(part => part.Trim(' ', '.', '|'))
            .Where(part => part.Any(char.IsLetterOrDigit) && !taken.Contains(part, StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"\s*[;/,|\n]\s*|\s+[-–]\s+|\s+[yYoO]\s+", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Between();

    [GeneratedRegex(@"^\d{1,5}$", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex FewDigits();

    [GeneratedRegex(@"\b(?:ext|extensi[oó]n(?:es)?)\b", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex HasExtension();

    [GeneratedRegex(@"^(?:ext|extensi[oó]n)\b\.?", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Extension();

    [GeneratedRegex(@"[\p{L}\d._%+'-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Email();

    /// <summary>A narrow cell breaks an address anywhere: the domain is not over, or goes on with its point.</summary>
    [GeneratedRegex(@"(?<start>@[\p{L}\d-]*(?:\.[\p{L}\d-]+)*(?:\.|(?<![.]co|[.]com|[.]org|[.]net|[.]edu|[.]gov|"
        + @"[.]info)))\s+(?<end>(?:[\p{Ll}\d-]*\.)?[\p{Ll}\d.]{1,12})(?![\p{L}\d@._-])|(?<start>@[\p{L}\d.-]+)\s+(?<end>\.[\p{Ll}.]{2,8})\b",
        RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Broken();

    [GeneratedRegex(@"\s?@\s?", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex AroundAt();
}
