using System.Text.RegularExpressions;
using Acervo.Platform.Documents;

namespace Acervo.Platform.Forms.Reading;

/// <summary>The code and the version that a document states in its page header.</summary>
internal sealed partial record FormIdentity(string? Code, string? Version)
{
    private const int LinesToSearch = 60;

    public static FormIdentity Of(Documents.DocumentText document, IReadOnlyList<ReadingLine> lines, IEnumerable<FormDefinition> forms)
    {
        var texts = document.Margins.Concat(lines.Take(LinesToSearch).Select(line => line.Text)).ToList();
        var head = string.Join("\n", texts).Replace("**", "", StringComparison.Ordinal);
        var known = forms.Select(form => form.Code).Distinct(StringComparer.Ordinal).FirstOrDefault(code =>
            string.Concat(Words.Folded(head)).Contains(string.Concat(Words.Folded(code)), StringComparison.Ordinal));
        var code = known ?? (Code_().Match(head) is { Success: true } match ? match.Value.ToUpperInvariant() : null);
        var version = Version_().Match(head) is { Success: true } stated ? stated.Groups["number"].Value.Replace('O', '0').Replace('o', '0').Replace('l', '1')
            : null;
        return new FormIdentity(code, version?.PadLeft(2, '0'));
    }

    [GeneratedRegex(@"\b\d{7}\s?-\s?FT\s?-\s?\d{3,4}\b", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Code_();

    [GeneratedRegex(@"\bversi[oó]n(?:\s+(?:del\s+formato|no?\.?))?[\s:|.*]{1,12}(?<number>[0OolL]?\d|[oO]?[1-9l])\b", RegexOptions.IgnoreCase,
        ReadingLimits.PatternMilliseconds)]
    private static partial Regex Version_();
}
