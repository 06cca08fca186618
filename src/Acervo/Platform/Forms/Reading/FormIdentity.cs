using System.Text.RegularExpressions;
using Acervo.Platform.Documents;

namespace Acervo.Platform.Forms.Reading;

/// <summary>The code and the version that a document states in its page header.</summary>
internal sealed partial record FormIdentity(string? Code, string? Version)
{
    private const int LinesToSearch = 60;

    public static FormIdentity Of(Documents.DocumentText document, IReadOnlyList<ReadingLine> lines, IEnumerable<FormDefinition> forms, Furniture furniture)
    {
        var texts = document.Margins.Concat(lines.Take(LinesToSearch).Select(line => line.Text)).ToList();
        var head = string.Join("\n", texts).Replace("**", "", StringComparison.Ordinal);
        var states = string.Concat(document.Margins.Concat(texts.Skip(document.Margins.Count).Where(furniture.MayState)).SelectMany(Words.Folded));
        var known = forms.Select(form => form.Code).Distinct(StringComparer.Ordinal).FirstOrDefault(code =>
            states.Contains(string.Concat(Words.Folded(code)), StringComparison.Ordinal));
        var code = known ?? OtherCode(head, forms);
        var version = Version_().Match(head) is { Success: true } stated ? stated.Groups["number"].Value.Replace('O', '0').Replace('o', '0').Replace('l', '1')
            : null;
        return new FormIdentity(code, version?.PadLeft(2, '0'));
    }

    /// <summary>The code of a form that nobody knows here; one that is known and only mentioned says nothing.</summary>
    private static string? OtherCode(string head, IEnumerable<FormDefinition> forms) => Code_().Matches(head).Select(match => match.Value.ToUpperInvariant())
        .FirstOrDefault(code => !forms.Any(form => Words.Key(form.Code) == Words.Key(code)));

    [GeneratedRegex(@"\b\d{7}\s?-\s?FT\s?-\s?\d{3,4}\b", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Code_();

    [GeneratedRegex(@"\bversi[oó]n(?:\s+(?:del\s+formato|no?\.?))?[\s:|.*]{1,12}(?<number>[0OolL]?\d|[oO]?[1-9l])\b", RegexOptions.IgnoreCase,
        ReadingLimits.PatternMilliseconds)]
    private static partial Regex Version_();
}
