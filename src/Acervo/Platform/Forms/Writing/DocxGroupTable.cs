using System.Xml.Linq;
using static Acervo.Platform.Forms.Writing.Wml;

namespace Acervo.Platform.Forms.Writing;

/// <summary>The table in which a group is answered in Word: the labels on top, repeated on every page, and a row for each answer or to write in.</summary>
internal static class DocxGroupTable
{
    private const int Width = 9350;

    /// <summary>Rows to write in where there is no answer yet.</summary>
    private const int Room = 4;

    public static XElement Write(FormQuestion question, IReadOnlyList<FormAnswers> rows, DocxAnswer writer) => El(
        "tbl",
        El(
            "tblPr",
            Val("tblStyle", "TableGrid"),
            El("tblW", At("w", Width), At("type", "dxa")),
            El("tblLayout", At("type", "fixed")),
            Val("tblLook", "0620"),
            Val("tblCaption", question.Label),
            Val("tblDescription", "Un renglón para cada respuesta")),
        El("tblGrid", question.Columns.Select(_ => El("gridCol", At("w", Width / question.Columns.Count)))),
        Row(question, question.Columns.Select(column => (IEnumerable<XElement>)[Wml.Paragraph("Answer", Run(column.Label, Bold))]), isHead: true),
        (rows.Count > 0 ? rows : [.. Enumerable.Range(0, Room).Select(_ => new FormAnswers())])
            .Select(row => Row(question, question.Columns.Select(column => row.IsAnswered(column.Key)
                ? column.Kind.Word(column, row, writer)
                : [Wml.Paragraph("Answer")]))));

    private static XElement Row(FormQuestion question, IEnumerable<IEnumerable<XElement>> cells, bool isHead = false) => El(
        "tr",
        El("trPr", El("cantSplit"), isHead ? El("tblHeader") : null),
        cells.Select(cell => El("tc", El("tcPr", El("tcW", At("w", Width / question.Columns.Count), At("type", "dxa"))), cell)));
}
