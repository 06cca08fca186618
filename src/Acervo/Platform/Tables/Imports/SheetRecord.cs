using Acervo.Platform.Tables.Sheets;
using Acervo.Platform.Text;

namespace Acervo.Platform.Tables.Imports;

/// <summary>A row seen through the mapping: its cells by field, as a person corrected them, and what was found wrong while reading them.</summary>
public sealed class SheetRecord
{
    private readonly IReadOnlyDictionary<int, string> mapping;

    private readonly List<string> questions = [];

    public SheetRecord(ImportRow row, IReadOnlyDictionary<int, string> mapping, IReadOnlyList<TableField> fields)
    {
        (Row, this.mapping) = (row, mapping);
        foreach (var field in fields.Where(field => Says(field.Key) && !row.Corrected.ContainsKey(field.Key)))
        {
            if (Cell(field.Key) is { IsError: true } wrong)
            {
                Warnings.Add($"La celda de «{field.Name}» trae el error {wrong.Text} de una fórmula y se leyó vacía.");
                questions.Add($"Diga si la fila entra sin «{field.Name}», que trae el error {wrong.Text} de una fórmula, o corrija la celda.");
            }
            else if (Cell(field.Key) is { From: { } first })
            {
                Warnings.Add($"«{field.Name}» sale de la celda combinada que empieza en la fila {first}.");
            }
        }

        if (row.Hidden)
        {
            questions.Add("La fila está oculta en la hoja: diga si entra.");
        }
    }

    public ImportRow Row { get; }

    /// <summary>What reading the cells found, in sentences.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>What the row says in this field; null where it says nothing.</summary>
    public TableCell? this[string field] => !Row.Corrected.TryGetValue(field, out var typed) ? Cell(field) is { IsError: false } cell ? cell : null
        : typed.Length > 0 ? new TableCell(typed) : null;

    /// <summary>Whether some column is this field.</summary>
    public bool Says(string field) => mapping.Values.Contains(field, StringComparer.Ordinal);

    /// <summary>The apostrophe that keeps a spreadsheet from running a cell is not part of what it says.</summary>
    public string Text(string field) => this[field] is { } cell ? CsvCell.Unguard(cell.Text).Trim() : "";

    /// <summary>What the sheet itself says in this field, whatever a person typed.</summary>
    public TableCell? Cell(string field) =>
        mapping.Where(pair => pair.Value == field).Select(pair => Row.Cells.ElementAtOrDefault(pair.Key)).FirstOrDefault();

    /// <summary>A row that would go in does not before a person answers what reading it leaves open.</summary>
    public void Ask()
    {
        if (Row.Triage is Triage.Accepted or Triage.Warning or Triage.Decision)
        {
            questions.ForEach(Row.Doubt);
        }
    }
}
