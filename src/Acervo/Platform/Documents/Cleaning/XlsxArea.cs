using System.Globalization;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>A block of cells, as «B2:D9» names it; rows and columns count from one.</summary>
internal readonly record struct XlsxArea(int Top, int Left, int Bottom, int Right)
{
    public const int MostRows = 1_048_576;
    public const int MostColumns = 16_384;

    public string Name => $"{ColumnName(Left)}{Top}:{ColumnName(Right)}{Bottom}";

    public bool Has(int row, int column) => row >= Top && row <= Bottom && column >= Left && column <= Right;

    public static XlsxArea? Parse(string? name)
    {
        var ends = (name ?? "").Split(':');
        return ends.Length is 1 or 2 && Cell(ends[0]) is { } from && Cell(ends[^1]) is { } to && from.Row <= to.Row && from.Column <= to.Column
            ? new XlsxArea(from.Row, from.Column, to.Row, to.Column)
            : null;
    }

    public static IReadOnlyList<XlsxArea> ParseAll(string? names) =>
        [.. (names ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse).OfType<XlsxArea>()];

    public static (int Row, int Column)? Cell(string? name)
    {
        var text = (name ?? "").Replace("$", "", StringComparison.Ordinal);
        var letters = text.TakeWhile(char.IsAsciiLetterUpper).Count();
        var column = letters is > 0 and <= 3 ? text[..letters].Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1) : 0;
        return column is > 0 and <= MostColumns && int.TryParse(text.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            && row is > 0 and <= MostRows
            ? (row, column)
            : null;
    }

    public static string ColumnName(int column) =>
        column > 26 ? ColumnName((column - 1) / 26) + ColumnName(((column - 1) % 26) + 1) : ((char)('A' + column - 1)).ToString();
}
