using System.Net;
using System.Text;
using Acervo.Platform.Calendar;
using Acervo.Platform.Forms;

namespace Acervo.Platform.Editorial.Publishing;

/// <summary>Writes the answers of a form as HTML and as plain text, once, so that the public page only joins strings.</summary>
public sealed class DossierHtml(FormDefinition form, FormAnswers answers)
{
    /// <summary>Long answers under the headings of their sections.</summary>
    public string Answers()
    {
        var html = new StringBuilder();
        foreach (var section in SectionsToRead())
        {
            html.Append($"<h2 id=\"s{section.Number}\">{Encode(section.PublicTitle)}</h2>\n");
            foreach (var question in section.Questions.Where(IsToRead))
            {
                if (!question.UnderHeading)
                {
                    html.Append($"<h3 id=\"{question.Key}\">{Encode(question.PublicLabel)}</h3>\n");
                }

                html.Append(question.Kind.Html(question, answers));
            }
        }

        return html.ToString();
    }

    /// <summary>Short answers as a definition list.</summary>
    public string Facts(DateOnly? filledOn, string organisation)
    {
        var html = new StringBuilder("<dl class=\"facts narrow\">\n");
        Fact(html, "Entidad", Encode(organisation));
        foreach (var question in form.Questions.Where(question => !IsToRead(question) && question.Key != "title" && answers.IsAnswered(question.Key)))
        {
            Fact(html, question.PublicLabel, question.Kind.Line(question, answers));
        }

        Fact(html, "Formato", Encode($"{form.Code}, versión {form.Version}"));
        if (filledOn is { } day)
        {
            Fact(html, "Formato diligenciado", Encode(day.Long()));
        }

        return html.Append("</dl>\n").ToString();
    }

    public string Contents() => string.Concat(SectionsToRead().Select(
        section => $"<li><a href=\"#s{section.Number}\">{Encode(section.PublicTitle)}</a></li>\n"));

    public string Plain()
    {
        var plain = new StringBuilder();
        foreach (var question in form.Questions.Where(question => question.Key != "title" && answers.IsAnswered(question.Key)))
        {
            plain.Append(question.Kind.Words(question, answers)).Append('\n');
        }

        return plain.ToString();
    }

    private IEnumerable<FormSection> SectionsToRead() => form.Sections.Where(section => section.Questions.Any(IsToRead));

    private bool IsToRead(FormQuestion question) => question.Kind.IsProse && answers.IsAnswered(question.Key);

    private static void Fact(StringBuilder html, string label, string line) => html.Append($"<dt>{Encode(label)}</dt><dd>{line}</dd>\n");

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
