using System.Net;
using System.Text;

namespace Acervo.Platform.Forms.Web;

/// <summary>
/// Puts people and what is asked of each of them side by side. The official forms ask for four lists; when there is one of everything for each person,
/// which is whose is the order in which they were written.
/// </summary>
public static class PeopleRows
{
    /// <summary>A table of them; null when there is nobody to tell apart, or when the lists have other lengths.</summary>
    public static string? Html(FormSection section, FormQuestion people, FormAnswers answers)
    {
        var count = answers.List(people.Key).Count;
        var columns = section.Questions.Where(question => question == people || question.ParallelTo == people.Key || question.Kind.IsContact).ToList();
        if (people.Type != QuestionType.People || count < 2 || columns.Count < 2 || columns.Exists(question => answers.List(question.Key).Count != count))
        {
            return null;
        }

        var kept = columns.FindAll(question => question.Publish == PublishRule.Never).ConvertAll(question => $"«{question.Label}»");
        var told = kept.Count == 0 ? "" : $" No se publica: {Encode(string.Join(", ", kept))}.";
        var html = new StringBuilder("<table class=\"stacks\"><caption class=\"small soft\">En el orden en que se escribieron: compruebe que cada dato sea de ")
            .Append($"la persona de su fila.{told}</caption><thead><tr>");
        columns.ForEach(question => html.Append($"<th scope=\"col\">{Encode(question.Label)}</th>"));
        html.Append("</tr></thead><tbody>");
        for (var row = 0; row < count; row++)
        {
            html.Append("<tr>");
            columns.ForEach(question => html.Append($"<td data-label=\"{Encode(question.Label)}\">{Encode(answers.List(question.Key)[row])}</td>"));
            html.Append("</tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
