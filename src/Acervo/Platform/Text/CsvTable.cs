using System.Text;

namespace Acervo.Platform.Text;

/// <summary>
/// Rows as CSV that Excel in es-CO opens with a double click: UTF-8 with its mark, semicolons, every cell as <see cref="CsvCell"/> writes it.
/// </summary>
public sealed class CsvTable
{
    public const char Separator = ';';

    private readonly StringBuilder text = new("\uFEFF");

    public CsvTable(params string[] columns) => Add(columns);

    public CsvTable Add(params IEnumerable<object?> cells)
    {
        AppendLine(text, cells, Separator);
        return this;
    }

    public static void AppendLine(StringBuilder text, IEnumerable<object?> cells, char separator)
    {
        var start = text.Length;
        foreach (var cell in cells)
        {
            if (text.Length > start)
            {
                text.Append(separator);
            }

            CsvCell.Append(text, cell);
        }

        text.Append("\r\n");
    }

    public override string ToString() => text.ToString();
}
