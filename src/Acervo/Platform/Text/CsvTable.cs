using System.Globalization;
using System.Text;

namespace Acervo.Platform.Text;

/// <summary>Rows as CSV that a spreadsheet opens as text: UTF-8 with its mark, every cell quoted, nothing that would run as a formula.</summary>
public sealed class CsvTable
{
    private readonly StringBuilder text = new("\uFEFF");

    public CsvTable(params string[] columns) => Add(columns);

    public CsvTable Add(params IEnumerable<string> cells)
    {
        text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        return this;
    }

    public override string ToString() => text.ToString();

    /// <summary>A cell that would start a formula, also behind spaces or in full-width signs, gets an apostrophe; numbers stay numbers.</summary>
    private static string Cell(string value)
    {
        var start = value.AsSpan().TrimStart();
        var isFormula = (start.Length > 0 && "=+-@＝＋－＠|%".Contains(start[0], StringComparison.Ordinal)) || (value.Length > 0 && value[0] is '\t' or '\r' or '\n' or '\0');
        var isNumber = decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
        return $"\"{(isFormula && !isNumber ? "'" : "")}{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
