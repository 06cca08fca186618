using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Acervo.Platform.Documents;
using Acervo.Platform.Forms.Reading;

namespace Acervo.Tests.Platform.Forms.Reading.Invented;

/// <summary>Compares what was read with what was written, field by field; blanks, and the bold of headings, do not count.</summary>
public static partial class Comparison
{
    public static IReadOnlyList<string> Differences(InventedFicha ficha, FormReading reading)
    {
        var differences = new List<string>();
        if (reading.FilledOn != ficha.FilledOn)
        {
            differences.Add($"filledOn: {ficha.FilledOn:o} → {reading.FilledOn:o}");
        }

        if (reading.Form.Version != ficha.Form.Version)
        {
            differences.Add($"version: {ficha.Form.Version} → {reading.Form.Version}");
        }

        foreach (var question in ficha.Form.Questions)
        {
            var (wrote, read) = (Normal(ficha[question.Key]), Normal(reading.Answers.ToJsonObject()[question.Key]));
            if (wrote != read)
            {
                var at = wrote.Zip(read).TakeWhile(pair => pair.First == pair.Second).Count();
                differences.Add($"{question.Key} @{at}: «{wrote[Math.Max(0, at - 20)..Math.Min(wrote.Length, at + 70)]}» → "
                    + $"«{read[Math.Min(read.Length, Math.Max(0, at - 20))..Math.Min(read.Length, at + 70)]}»");
            }
        }

        return differences;
    }

    private static string Normal(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list => string.Join(" ¦ ", list.Select(Normal)),
        _ => Blank().Replace(value.ToString().Replace("**", "", StringComparison.Ordinal), " ").Trim(),
    };

    [GeneratedRegex(@"\s+", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Blank();
}
