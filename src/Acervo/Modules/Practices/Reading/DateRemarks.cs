using System.Globalization;
using System.Text.RegularExpressions;
using Acervo.Platform.Documents;
using Acervo.Platform.Forms.Reading;

namespace Acervo.Modules.Practices.Reading;

/// <summary>Remarks about a start that the prose places before the date on the form, and about dates after the form was filled in.</summary>
internal static partial class DateRemarks
{
    private const string Key = "started_on";

    private static readonly string[] Months =
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    public static IEnumerable<Observation> Of(RemarkContext context)
    {
        if (context.Answers.Date(Key) is not { } started)
        {
            yield break;
        }

        if (context.FilledOn is { } filled && started > filled)
        {
            yield return new Observation(Key, "start-after-form", ObservationSeverity.Error,
                $"La práctica empieza el {Shown(started)}, después de diligenciado el formato ({Shown(filled)}). Corrija una de las dos fechas.");
        }

        foreach (var (question, text) in context.Prose())
        {
            foreach (Match match in Start().Matches(text).Where(match => IsBefore(match, started)).Take(1))
            {
                yield return new Observation(Key, "start-contradicted", ObservationSeverity.Warning,
                    $"El formato dice que la práctica empezó el {Shown(started)}, pero «{question.Label}» dice «{RemarkContext.Shown(match.Value.Trim())}». "
                        + "Confirme la fecha de inicio.");
            }
        }
    }

    private static bool IsBefore(Match match, DateOnly started)
    {
        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        var month = Array.IndexOf(Months, match.Groups["month"].Value.ToLowerInvariant()) + 1;
        return year < started.Year || (year == started.Year && month > 0 && month < started.Month);
    }

    private static string Shown(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(?:inici|comenz|empez|implement|lanz|cre[óa]|puso en marcha|puesta en marcha|nac(?:e|ió)|surgi|funciona desde|"
        + @"opera desde)[^.\n]{0,90}?\b(?:en|desde|a partir de|de|año)\s+(?:el\s+)?(?:año\s+)?(?:(?<month>enero|febrero|marzo|abril|mayo|junio|julio|agosto|"
        + @"septiembre|octubre|noviembre|diciembre)\s+(?:de\s+|del\s+)?)?(?<year>(?:19|20)\d{2})\b(?!\s*[-–]\s*\d)",
        RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Start();
}
