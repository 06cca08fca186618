using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Acervo.Platform.Forms.Reading.Values;
using Acervo.Platform.Forms.Writing;
using Acervo.Ui.Forms;

namespace Acervo.Platform.Forms.Kinds;

/// <summary>
/// Rows that each answer the same few questions, such as who contributes what and when. Every cell is an answer of its own kind; on a page its box is
/// called <c>contributions.0.amount</c>. Rows in which nothing was written are no rows.
/// </summary>
internal sealed class GroupKind : AnswerKind
{
    /// <summary>Rows at most: more belong in a file, and a browser sends only so many boxes.</summary>
    public const int MostRows = 40;

    /// <summary>The name of the button that takes a row away where no script does; its value is the name of the row.</summary>
    public const string RemoveButton = "quitar";

    public override bool IsProse => true;

    internal override bool IsDrawnInWord => true;

    public override FieldKind ControlOf(FormQuestion question, int terms) => FieldKind.Group;

    public override IEnumerable<KeyValuePair<string, string[]>> Boxes(FormQuestion question, FormAnswers answers) =>
        Cells(question, answers).SelectMany(each => each.Cell.Kind.Boxes(each.Cell, each.Answers));

    /// <summary>The numbers of the rows that were posted, without the one whose button was pressed to take it away.</summary>
    public static IReadOnlyList<int> RowsOf(string key, IFormCollection posted)
    {
        var removed = posted[RemoveButton].ToString();
        return [.. posted.Keys.Where(name => name.StartsWith(key + ".", StringComparison.Ordinal)).Select(name => name[(key.Length + 1)..].Split('.')[0])
            .Where(number => $"{key}.{number}" != removed)
            .Select(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : -1)
            .Where(row => row >= 0).Distinct().Order()];
    }

    public override void Take(FormQuestion question, IFormCollection posted, FormAnswers answers, Action<string, string> wrong)
    {
        var rows = new List<FormAnswers>();
        var isWrong = false;
        foreach (var number in RowsOf(question.Key, posted))
        {
            var (boxes, row) = (new FormAnswers(), new FormAnswers());
            foreach (var column in question.Columns)
            {
                var cell = CellOf(question, column, number);
                column.Kind.Take(cell, posted, boxes, (box, sentence) =>
                {
                    isWrong = true;
                    wrong(box, sentence);
                });
                row.Copy(column.Key, boxes, cell.Key);
            }

            rows.Add(row);
        }

        // Where a box is wrong the rows keep their places, so that the page shows again what was typed into each.
        answers.SetRows(question.Key, isWrong ? rows : rows.Where(IsWritten));
    }

    internal override void Read(FormQuestion question, AnswerLines lines, FormAnswers answers) =>
        answers.SetRows(question.Key, GroupValue.Read(question, lines).Where(IsWritten));

    public override IEnumerable<(FormQuestion Cell, FormAnswers Answers)> Cells(FormQuestion question, FormAnswers answers)
    {
        var rows = answers.Rows(question.Key);
        for (var number = 0; number < rows.Count; number++)
        {
            foreach (var column in question.Columns)
            {
                var (cell, inner) = (CellOf(question, column, number), new FormAnswers());
                inner.Copy(cell.Key, rows[number], column.Key);
                yield return (cell, inner);
            }
        }
    }

    public override IEnumerable<(string Mark, string Sentence)> Wrong(FormQuestion question, FormAnswers answers) =>
        answers.Rows(question.Key).Count is var count && count > MostRows
            ? [($"rows:{question.Key}",
                $"«{question.Label}» tiene {count} renglones y caben {MostRows}. Deje los principales y adjunte los demás como archivo.")]
            : [];

    public override string Missing(FormQuestion question) => $"Falta responder «{question.Label}»: escriba al menos un renglón.";

    /// <summary>A line for each row, so that two rounds are compared row by row.</summary>
    public override string Plain(FormQuestion question, FormAnswers answers) => string.Join('\n', Written(question, answers).Select(row =>
        string.Join(" · ", question.Columns.Where(column => row.IsAnswered(column.Key))
            .Select(column => $"{column.Label}: {column.Kind.Plain(column, row)}"))));

    public override string Words(FormQuestion question, FormAnswers answers) => string.Join('\n', Written(question, answers).Select(row =>
        string.Join(' ', question.Columns.Where(column => row.IsAnswered(column.Key)).Select(column => column.Kind.Words(column, row)))));

    /// <summary>A table; on a telephone each row becomes a card that says the name of every cell.</summary>
    public override string Html(FormQuestion question, FormAnswers answers)
    {
        var rows = Written(question, answers);
        var columns = question.Columns.Where(column => rows.Any(row => row.IsAnswered(column.Key))).ToList();
        var html = new StringBuilder("<div class=\"table-frame\"><table class=\"stacks\"><thead><tr>");
        columns.ForEach(column => html.Append($"<th scope=\"col\">{WebUtility.HtmlEncode(column.Label)}</th>"));
        html.Append("</tr></thead>\n<tbody>");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            columns.ForEach(column => html.Append($"<td data-label=\"{WebUtility.HtmlEncode(column.Label)}\">")
                .Append(row.IsAnswered(column.Key) ? $"<span>{column.Kind.Line(column, row)}</span>" : "").Append("</td>"));
            html.Append("</tr>\n");
        }

        return html.Append("</tbody></table></div>\n").ToString();
    }

    public override void Publish(FormQuestion question, FormAnswers answers, FormAnswers seen) =>
        seen.SetRows(question.Key, answers.Rows(question.Key).Select(row => Seen(question, row)).Where(IsWritten));

    public override JsonObject Schema(FormQuestion question) => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(question.Columns.Select(column =>
                KeyValuePair.Create<string, JsonNode?>(column.Key, FormSchema.Field(column)))),
        },
    };

    internal override bool IsPlainInWord(FormQuestion question) => false;

    internal override IEnumerable<XElement> Word(FormQuestion question, FormAnswers answers, DocxAnswer writer) =>
        [DocxGroupTable.Write(question, Written(question, answers), writer)];

    /// <summary>A column as the question of one cell. Whoever is told about it must know which row is meant.</summary>
    public static FormQuestion CellOf(FormQuestion question, FormQuestion column, int row) => column with
    {
        Key = $"{question.Key}.{row}.{column.Key}",
        Label = $"{column.Label} ({question.Label}, renglón {row + 1})",
        Publish = question.Publish == PublishRule.Never ? PublishRule.Never : column.Publish,
    };

    private static FormAnswers Seen(FormQuestion question, FormAnswers row)
    {
        var seen = new FormAnswers();
        foreach (var column in question.Columns.Where(column => column.Publish == PublishRule.Always && row.IsAnswered(column.Key)))
        {
            column.Kind.Publish(column, row, seen);
        }

        return seen;
    }

    private static List<FormAnswers> Written(FormQuestion question, FormAnswers answers) => [.. answers.Rows(question.Key).Where(IsWritten)];

    private static bool IsWritten(FormAnswers row) => row.Keys.Any(row.IsAnswered);
}
