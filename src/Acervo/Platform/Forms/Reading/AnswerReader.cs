using Acervo.Platform.Forms.Kinds;
using Acervo.Platform.Forms.Reading.Values;

namespace Acervo.Platform.Forms.Reading;

/// <summary>Takes the text between one label and the next, without instructions, and makes of it the kind of answer its question asks for.</summary>
internal sealed class AnswerReader(HelpTexts helps, Furniture furniture, Func<string, IReadOnlySet<string>> terms)
{
    public FormReading Read(FormDefinition form, IReadOnlyList<ReadingLine> lines, FoundLabels labels, List<Observation> observations,
        bool recognised)
    {
        var left = new Leftovers();
        var regions = AnswerRegion.Of(lines, labels.All, helps);
        left.Add(-1, null, AnswerRegion.Head(lines, labels.All).Where(line => !furniture.IsName(line)));
        foreach (var (region, place) in regions.Select((region, place) => (region, place)))
        {
            left.Add(place, region.Key, region.Left);
            left.Add(place, null, region.Match.Label.Question is null && !region.Match.Label.IsFilledOn ? region.Lines : []);
        }

        var doubted = new HashSet<string>(StringComparer.Ordinal);
        var found = RepeatedAnswers.Choose(regions, labels.Chain, left, observations, doubted);
        var answers = new FormAnswers();
        var values = new Dictionary<string, ReadValue>(StringComparer.Ordinal);
        foreach (var question in form.Questions)
        {
            if (!found.TryGetValue(question.Key, out var region))
            {
                Missing(question, answers, observations);
                continue;
            }

            var read = new AnswerLines(Conditional(question, region, found), terms, observations);
            question.Kind.Read(question, read, answers);
            left.Add(regions.IndexOf(region), question.Key,
                question.Kind.Left(question, read, answers).Select(text => new ReadingLine { Text = text, Page = region.Page }));
            var quote = question.Kind.Quote(read);
            values[question.Key] = new ReadValue(read.Lines.Count > 0 ? read.Lines[0].Page : region.Page, quote,
                Math.Min(doubted.Contains(question.Key) ? Plausibility.Doubtful : 1, Plausible(question, answers, quote, observations))
                    * Confidence(region.Match, read.Lines, recognised));
        }

        return new FormReading
        {
            Form = form,
            FilledOn = FilledOn(regions, left, observations),
            Answers = answers,
            Values = values,
            Observations = observations,
            Unplaced = left.All,
            LabelsFound = FormReader.Found(labels.Chain),
            LabelsExpected = FormReader.Expected(form),
        };
    }

    /// <summary>A yes or no and its detail are printed among one another: each takes its own.</summary>
    private static IReadOnlyList<ReadingLine> Conditional(FormQuestion question, AnswerRegion region, Dictionary<string, AnswerRegion> found)
    {
        var condition = question.OnlyIf is { } key ? found.GetValueOrDefault(key) : null;
        var dependent = found.Values.FirstOrDefault(other => other.Match.Label.Question!.OnlyIf == question.Key);
        if (condition is null && dependent is null)
        {
            return region.Lines;
        }

        var inner = condition is null ? dependent! : region;
        var (options, detail) = ConditionalAnswer.Split((condition ?? region).Lines, inner.Lines, inner.Match.Start > 0);
        return condition is null ? options : detail;
    }

    private static DateOnly? FilledOn(List<AnswerRegion> regions, Leftovers left, List<Observation> observations)
    {
        var all = regions.FindAll(region => region.Match.Label.IsFilledOn);
        if ((all.Find(region => DateValue.Parse(region.Lines) is not null) ?? all.FirstOrDefault()) is not { } region)
        {
            return null;
        }

        var day = DateValue.Parse(region.Lines);
        // What stands below the same day said again is no part of any answer.
        foreach (var other in all.Where(other => other != region))
        {
            left.Add(regions.IndexOf(other), null, other.Lines.Where(line => DateValue.Parse([line]) is not { } again || again != day));
            if (DateValue.Parse(other.Lines) is not { } second || second == day)
            {
                continue;
            }

            observations.Add(new Observation(null, "label-twice", ObservationSeverity.Warning,
                $"El rótulo «{region.Match.Label.Text}» aparece más de una vez, con fechas distintas. Se tomó la primera: compruebe cuál vale."));
        }

        var text = DateValue.Written(region.Lines);
        if (day is null && text.Any(char.IsLetterOrDigit))
        {
            observations.Add(new Observation(null, "date-unreadable", ObservationSeverity.Warning,
                $"En «{region.Match.Label.Text}» dice «{text}», que no es una fecha completa. Escriba día, mes y año."));
            left.Add(regions.IndexOf(region), null, [new ReadingLine { Text = text, Page = region.Page }]);
        }

        return day;
    }

    private static void Missing(FormQuestion question, FormAnswers answers, List<Observation> observations)
    {
        if (question.IsList)
        {
            answers.Set(question.Key, []);
        }
        else
        {
            answers.Set(question.Key, (string?)null);
        }

        observations.Add(new Observation(question.Key, "label-missing", question.Required ? ObservationSeverity.Warning : ObservationSeverity.Note,
            $"No se halló el rótulo «{question.Label}» en el archivo. Escriba la respuesta si la hay."));
    }

    /// <summary>An answer of another kind than its question, or a mark that is missing, is never sure, however well the label was read.</summary>
    private static double Plausible(FormQuestion question, FormAnswers answers, string text, List<Observation> observations)
    {
        if (Plausibility.DoubtOf(question, answers) is { } doubt)
        {
            observations.Add(new Observation(question.Key, "implausible", ObservationSeverity.Warning, doubt));
            return Plausibility.Doubtful;
        }

        return (question.Type == QuestionType.YesNo || text.Any(char.IsLetterOrDigit)) && !answers.IsAnswered(question.Key) ? Plausibility.Doubtful : 1;
    }

    private static double Confidence(LabelMatch match, IReadOnlyList<ReadingLine> region, bool recognised) =>
        Math.Round(match.Similarity * (recognised && region.Count > 0 ? region.Average(line => line.Confidence) : 1), 3);
}
