namespace Acervo.Platform.Tables.Sheets;

/// <summary>How much a sheet may hold before it is refused.</summary>
public static class TableLimits
{
    public const int FileBytes = 20 * 1024 * 1024;

    public const long UnpackedBytes = 200L * 1024 * 1024;

    public const int Parts = 5000;

    /// <summary>Rows with something in them, over all sheets. Empty ones, however many are formatted, cost only the time to pass over them.</summary>
    public const int Rows = 100_000;

    public const int Columns = 300;

    /// <summary>What a cell of a spreadsheet may hold.</summary>
    public const int CellLetters = 32_767;

    /// <summary>One row: many cells may each say the same long text, which a workbook holds once.</summary>
    public const int RowLetters = 1_000_000;

    /// <summary>All that the rows of a file say.</summary>
    public const int Letters = 48_000_000;

    /// <summary>What a sheet calls a number format, at most.</summary>
    public const int FormatLetters = 255;

    /// <summary>What is told of what was not read: so many remarks, each of so many letters.</summary>
    public const int Notes = 50;

    public const int NoteLetters = 500;
}
