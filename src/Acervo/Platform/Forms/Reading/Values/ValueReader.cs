namespace Acervo.Platform.Forms.Reading.Values;

/// <summary>Gives every type of question its own reading of the lines of an answer.</summary>
internal static class ValueReader
{
    public static void Set(FormAnswers answers, FormQuestion question, IReadOnlyList<ReadingLine> lines, Func<string, IReadOnlySet<string>> terms,
        List<Observation> observations)
    {
        switch (question.Type)
        {
            case QuestionType.Date:
                SetDate(answers, question, lines, observations);
                break;
            case QuestionType.YesNo:
                SetMark(answers, question, lines, observations);
                break;
            case QuestionType.LongText:
                answers.Set(question.Key, MarkdownValue.Write(lines));
                break;
            case QuestionType.Text or QuestionType.Person:
                answers.Set(question.Key, TextValue.Line(lines));
                break;
            case QuestionType.Phones:
                answers.Set(question.Key, ContactValue.Phones(lines));
                break;
            case QuestionType.Emails:
                answers.Set(question.Key, ContactValue.Emails(lines));
                break;
            case QuestionType.People:
                answers.Set(question.Key, ListValue.People(lines));
                break;
            case QuestionType.Attachments:
                answers.Set(question.Key, ListValue.Attachments(lines));
                break;
            default:
                answers.Set(question.Key, ListValue.Items(lines, question.Catalogue is { } name ? terms(name) : null));
                break;
        }
    }

    public static void SetEmpty(FormAnswers answers, FormQuestion question)
    {
        if (question.IsList)
        {
            answers.Set(question.Key, []);
        }
        else
        {
            answers.Set(question.Key, (string?)null);
        }
    }

    private static void SetDate(FormAnswers answers, FormQuestion question, IReadOnlyList<ReadingLine> lines, List<Observation> observations)
    {
        var day = DateValue.Parse(lines);
        answers.Set(question.Key, day);
        var text = DateValue.Written(lines);
        if (day is null && text.Length > 0)
        {
            observations.Add(new Observation(question.Key, "date-unreadable", ObservationSeverity.Warning,
                $"En «{question.Label}» dice «{text}», que no es una fecha completa. Escriba día, mes y año."));
        }
    }

    private static void SetMark(FormAnswers answers, FormQuestion question, IReadOnlyList<ReadingLine> lines, List<Observation> observations)
    {
        var (mark, both) = YesNoValue.Parse(string.Join("\n", lines.Select(line => line.Text)));
        answers.Set(question.Key, mark);
        if (both)
        {
            observations.Add(new Observation(question.Key, "both-marked", ObservationSeverity.Error,
                $"En «{question.Label}» están marcados «Sí» y «No». Deje una sola marca."));
        }
    }
}
