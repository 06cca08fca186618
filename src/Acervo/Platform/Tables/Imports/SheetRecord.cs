using Acervo.Platform.Tables.Sheets;
using Acervo.Platform.Text;

namespace Acervo.Platform.Tables.Imports;

/// <summary>A row seen through the mapping: its cells by field, and what was found wrong while reading them.</summary>
public sealed class SheetRecord(ImportRow row, IReadOnlyDictionary<int, string> mapping)
{
    public ImportRow Row => row;

    /// <summary>What reading the cells found, in sentences.</summary>
    public List<string> Warnings { get; } = [.. mapping.Select(pair => (pair.Value, Cell: row.Cells.ElementAtOrDefault(pair.Key)))
        .Where(pair => pair.Cell is { IsError: true })
        .Select(pair => $"Una celda trae el error {pair.Cell!.Text} de una fórmula y se leyó vacía.")];

    /// <summary>Whether some column is this field.</summary>
    public bool Says(string field) => mapping.Values.Contains(field, StringComparer.Ordinal);

    public TableCell? this[string field] => mapping.Where(pair => pair.Value == field).Select(pair => row.Cells.ElementAtOrDefault(pair.Key)).FirstOrDefault()
        is { IsError: false } cell ? cell : null;

    /// <summary>The apostrophe that keeps a spreadsheet from running a cell is not part of what it says.</summary>
    public string Text(string field) => this[field] is { } cell ? CsvCell.Unguard(cell.Text).Trim() : "";
}
