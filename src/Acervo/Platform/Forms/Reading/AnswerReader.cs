using Acervo.Platform.Forms.Reading.Values;

namespace Acervo.Platform.Forms.Reading;

/// <summary>Takes the text between one label and the next, without instructions, and makes of it the kind of answer its question asks for.</summary>
internal sealed class AnswerReader(HelpTexts helps, Func<string, IReadOnlySet<string>> terms)
{
    public FormReading Read(FormDefinition form, IReadOnlyList<ReadingLine> lines, IReadOnlyList<LabelMatch> chain, List<Observation> observations,
        bool recognised)
    {
        var found = chain.Where(match => match.Label.Question is not null)
            .ToDictionary(match => match.Label.Question!.Key, match => match, StringComparer.Ordinal);
        var answers = new FormAnswers();
        var values = new Dictionary<string, ReadValue>(StringComparer.Ordinal);
        foreach (var question in form.Questions)
        {
            if (!found.TryGetValue(question.Key, out var match))
            {
                Missing(question, answers, observations);
                continue;
            }

            var region = Answer(lines, chain, match);
            var condition = question.OnlyIf is { } key ? found.GetValueOrDefault(key) : null;
            var dependent = found.Values.FirstOrDefault(other => other.Label.Question!.OnlyIf == question.Key);
            if (condition is not null || dependent is not null)
            {
                var inner = condition is null ? dependent! : match;
                var (options, detail) = ConditionalAnswer.Split(Answer(lines, chain, condition ?? match), Answer(lines, chain, inner), inner.Start > 0);
                region = condition is null ? options : detail;
            }

            ValueReader.Set(answers, question, region, terms, observations);
            values[question.Key] = new ReadValue(region.Count > 0 ? region[0].Page : lines[match.Line].Page, Quote(region),
                Confidence(match, region, recognised));
        }

        var filled = chain.FirstOrDefault(match => match.Label.IsFilledOn) is { } label ? DateValue.Parse(Answer(lines, chain, label)) : null;
        return new FormReading
        {
            Form = form,
            FilledOn = filled,
            Answers = answers,
            Values = values,
            Observations = observations,
            LabelsFound = FormReader.Found(chain),
            LabelsExpected = FormReader.Expected(form),
        };
    }

    private IReadOnlyList<ReadingLine> Answer(IReadOnlyList<ReadingLine> lines, IReadOnlyList<LabelMatch> chain, LabelMatch match)
    {
        var next = chain.SkipWhile(other => other != match).Skip(1).FirstOrDefault();
        var answer = helps.Strip(match.Label, Region(lines, match, next)).Where(line => line.Text.Length > 0).ToList();
        return next?.Label.Section is null && next is not null ? answer : SignatureBlock.Remove(answer);
    }

    private static List<ReadingLine> Region(IReadOnlyList<ReadingLine> lines, LabelMatch match, LabelMatch? next)
    {
        var region = new List<ReadingLine>();
        var last = next?.Line ?? lines.Count - 1;
        for (var index = match.EndLine; index <= last; index++)
        {
            var line = lines[index];
            var start = index == match.EndLine ? match.End : 0;
            var end = next is not null && index == next.Line ? next.Start : line.Text.Length;
            if (start == 0 && end == line.Text.Length)
            {
                region.Add(line);
            }
            else if (end > start)
            {
                var open = start > 0 && line.Text[..start].Split("**").Length % 2 == 0;
                region.Add(line.Saying((open ? "**" : "") + line.Text[start..end].Trim()) with { Marker = start == 0 ? line.Marker : null });
            }
        }

        return region;
    }

    private static void Missing(FormQuestion question, FormAnswers answers, List<Observation> observations)
    {
        ValueReader.SetEmpty(answers, question);
        observations.Add(new Observation(question.Key, "label-missing", question.Required ? ObservationSeverity.Warning : ObservationSeverity.Note,
            $"No se halló el rótulo «{question.Label}» en el archivo. Escriba la respuesta si la hay."));
    }

    private static string Quote(IReadOnlyList<ReadingLine> region) =>
        string.Join('\n', region.Select(line => line.Marker is { } marker ? marker + " " + line.Text : line.Text)).Trim();

    private static double Confidence(LabelMatch match, IReadOnlyList<ReadingLine> region, bool recognised) =>
        Math.Round(match.Similarity * (recognised && region.Count > 0 ? region.Average(line => line.Confidence) : 1), 3);
}
