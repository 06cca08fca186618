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
}
