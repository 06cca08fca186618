using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.XlsxCleaner;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The joined cells of a sheet: only the first of each block is seen, the others still hold what they had.</summary>
internal sealed class XlsxMerges
{
    private const int MostRows = 2_000_000;

    private readonly Dictionary<int, List<XlsxArea>> byRow = [];

    public XlsxMerges(XElement sheet)
    {
        Areas = [.. sheet.Elements(S + "mergeCells").Elements(S + "mergeCell").Select(merge => XlsxArea.Parse((string?)merge.Attribute("ref")))
            .OfType<XlsxArea>()];
        if (Areas.Sum(area => (long)area.Bottom - area.Top + 1) > MostRows)
        {
            throw new CleaningException("Una hoja tiene demasiadas celdas combinadas. Sepárelas, guarde el libro y súbalo otra vez.");
        }

        foreach (var area in Areas)
        {
            for (var row = area.Top; row <= area.Bottom; row++)
            {
                (byRow.TryGetValue(row, out var areas) ? areas : byRow[row] = []).Add(area);
            }
        }
    }

    public IReadOnlyList<XlsxArea> Areas { get; }

    public XlsxArea? Of(int row, int column) =>
        byRow.TryGetValue(row, out var areas) && areas.Find(area => area.Has(row, column)) is { Top: > 0 } found ? found : null;
}
