using System.Text;
using Acervo.Platform.Forms;

namespace Acervo.Tests.Platform.Forms.Reading.Invented;

/// <summary>Writes an invented ficha as people paste it: plain text, Markdown, or a mail quoted with «&gt;» and broken at one width.</summary>
public static class TextFicha
{
    public static string Write(InventedFicha ficha, FichaStyle style)
    {
        var text = new StringBuilder();
        if (style.Version)
        {
            text.Append("PROCESO\tGESTIÓN DEL CONOCIMIENTO\tCÓDIGO\t4202000-FT-1311\nPROCEDIMIENTO\tBuenas prácticas y lecciones aprendidas de gestión "
                + "pública\tVERSIÓN\t")
                .Append(ficha.Form.Version).Append("\nFORMATO\tDocumentación de buenas prácticas de gestión pública\tPágina\t1 de 4\n\n");
        }

        text.Append(ficha.Form.Heading).Append("\n\n").Append(ficha.Form.PrivacyNote!).Append("\n\n");
        Add(text, style, ficha.Form.FilledOnLabel!, null, style.Date(ficha.FilledOn), null);
        foreach (var section in ficha.Form.Sections)
        {
            text.Append(style.SectionNumbers ? $"{section.Number}. " : "").Append(section.Title.ToUpperInvariant()).Append("\n\n");
            for (var index = 0; index < section.Questions.Count; index++)
            {
                var question = section.Questions[index];
                if (question.OnlyIf is not null)
                {
                    continue;
                }

                Add(text, style, question.UnderHeading ? "" : question.Label, $"{section.Number}.{index + 1}", Answer(ficha, style, question),
                    style.Help ? question.Help : null);
            }
        }

        return text.ToString();
    }

    /// <summary>The same text as a reply shows it, broken into lines of one width.</summary>
    public static string Quoted(string text, int width) =>
        string.Join('\n', text.Split('\n').SelectMany(line => Wrap(line, width)).Select(line => line.Length == 0 ? ">" : "> " + line));

    private static void Add(StringBuilder text, FichaStyle style, string label, string? number, string answer, string? help)
    {
        if (label.Length > 0)
        {
            text.Append(style.LabelBefore).Append(style.Label(label, number, help)).Append(style.LabelAfter);
            text.Append(style.SameLine && help is null && !answer.Contains('\t', StringComparison.Ordinal) && !answer.StartsWith('-') ? " " : "\n\n");
        }

        text.Append(help is null || style.HelpBeside ? "" : help + "\n\n").Append(answer).Append("\n\n");
    }

    public static string Answer(InventedFicha ficha, FichaStyle style, FormQuestion question) => question.Type switch
    {
        QuestionType.Date => style.Date(ficha.Answers.Date(question.Key)),
        QuestionType.YesNo => Options(ficha, style, question),
        QuestionType.Attachments => string.Join("\n\n", ficha.Answers.List(question.Key)),
        _ when question.IsList => string.Join(style.Separator, ficha.Answers.List(question.Key)),
        _ => ficha.Answers.Text(question.Key) ?? "",
    };

    private static string Options(InventedFicha ficha, FichaStyle style, FormQuestion question)
    {
        var detail = ficha.Form.Questions.First(other => other.OnlyIf == question.Key);
        return style.Options(ficha.Answers.YesNo(question.Key), detail.Label, ficha.Answers.Text(detail.Key));
    }

    private static IEnumerable<string> Wrap(string line, int width)
    {
        var current = "";
        foreach (var word in line.Contains('\t', StringComparison.Ordinal) ? [line] : line.Split(' '))
        {
            if (current.Length > 0 && current.Length + 1 + word.Length > width)
            {
                yield return current;
                current = "";
            }

            current += (current.Length > 0 ? " " : "") + word;
        }

        yield return current;
    }
}
