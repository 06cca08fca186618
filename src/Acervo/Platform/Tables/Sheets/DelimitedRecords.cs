using System.Text;

namespace Acervo.Platform.Tables.Sheets;

/// <summary>
/// Parts a delimited text into records. A quoted cell may hold separators and line ends; a quote in the middle of a cell, or one that never closes, is a
/// letter like others. Blank lines are records too, so that rows count as spreadsheets count them.
/// </summary>
internal sealed class DelimitedRecords(string text, char separator)
{
    private int at;

    public IEnumerable<IReadOnlyList<string>> Read()
    {
        while (at < text.Length)
        {
            yield return Record();
        }
    }

    private List<string> Record()
    {
        List<string> cells = [];
        while (true)
        {
            cells.Add(at < text.Length && text[at] == '"' && Quoted() is { } quoted ? quoted : Plain());
            if (at >= text.Length)
            {
                return cells;
            }

            var sign = text[at++];
            if (sign != separator)
            {
                at += sign == '\r' && at < text.Length && text[at] == '\n' ? 1 : 0;
                return cells;
            }
        }
    }

    private string Plain()
    {
        var start = at;
        while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'))
        {
            at++;
        }

        return text[start..at];
    }

    /// <summary>Null, and nothing read, when the quotes do not close before the end or before what parts cells.</summary>
    private string? Quoted()
    {
        var cell = new StringBuilder();
        var from = at + 1;
        while (text.IndexOf('"', from) is >= 0 and var quote)
        {
            cell.Append(text, from, quote - from);
            if (cell.Length > TableLimits.CellLetters)
            {
                return null;
            }

            if (quote + 1 < text.Length && text[quote + 1] == '"')
            {
                cell.Append('"');
                from = quote + 2;
                continue;
            }

            at = quote + 1;
            cell.Append(Plain()); // what stands behind the closing quote, as spreadsheets read it
            return cell.ToString();
        }

        return null;
    }
}
