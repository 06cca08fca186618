using System.Globalization;
using System.Text.RegularExpressions;
using Acervo.Platform.Documents;
using Acervo.Platform.Forms.Reading;

namespace Acervo.Modules.Practices.Reading;

/// <summary>Remarks about two figures for the same thing that do not agree: «1.248 convocatorias» here, «1.300 convocatorias» there.</summary>
internal static partial class FigureRemarks
{
    /// <summary>Small counts of the same noun are usually counts of different things.</summary>
    private const decimal Smallest = 100;

    public static IEnumerable<Observation> Of(RemarkContext context)
    {
        var figures = context.Prose().SelectMany(answer => Figure().Matches(answer.Text)
            .Select(match => (answer.Question, Text: match.Value.Trim(), Value: Value(match), Noun: Noun(match))))
            .Where(figure => figure.Value >= Smallest && !IsYear(figure.Text));
        foreach (var group in figures.GroupBy(figure => figure.Noun, StringComparer.Ordinal))
        {
            var first = group.First();
            var other = group.FirstOrDefault(figure => figure.Value != first.Value && figure.Value < first.Value * 2 && figure.Value * 2 > first.Value
                && !MayDiffer(first.Question.Key, figure.Question.Key));
            if (other.Text is not null)
            {
                yield return new Observation(other.Question.Key, "figures-differ", ObservationSeverity.Warning,
                    $"«{first.Question.Label}» dice «{first.Text}» y «{other.Question.Label}» dice «{other.Text}». Confirme cuál es la cifra, o diga a qué "
                        + "fecha corresponde cada una.");
            }
        }
    }

    /// <summary>As written in Colombia: points part thousands, a comma parts decimals; a point before fewer than three figures is a decimal too.</summary>
    internal static decimal Value(Match match)
    {
        var written = match.Groups["number"].Value;
        var plain = Thousands().IsMatch(written) ? written.Replace(".", "", StringComparison.Ordinal) : written;
        var number = decimal.Parse(plain.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture);
        var scale = match.Groups["scale"].Value.ToLowerInvariant();
        return number * scale switch { "mil" => 1_000, "" => 1, _ => 1_000_000 };
    }

    /// <summary>What was expected and what happened: that they differ is the lesson.</summary>
    private static bool MayDiffer(string one, string other) => (one == "expected") != (other == "expected");

    private static bool IsYear(string text) => Year().IsMatch(text);

    private static string Noun(Match match)
    {
        var noun = Words.Fold(match.Groups["noun"].Value);
        return noun.EndsWith("es", StringComparison.Ordinal) && noun.Length > 5 ? noun[..^2] : noun.TrimEnd('s');
    }

    [GeneratedRegex(@"(?<![\d.,\w])(?<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d{1,2})?)\s+(?:(?<scale>mil|mill[oó]n|"
        + @"millones)\s+)?(?:de\s+)?(?<noun>\p{L}{4,})", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Figure();

    [GeneratedRegex(@"^\d{1,3}(?:\.\d{3})+(?:,\d+)?$", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^(?:19|20)\d{2}\s", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Year();
}
