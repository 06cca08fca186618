namespace Acervo.Platform.Documents;

/// <summary>Flattens blocks into plain lines, a table row being one line with bars.</summary>
internal static class DocumentLines
{
    public static IEnumerable<string> Of(IEnumerable<DocumentBlock> blocks) => blocks.SelectMany(Of);

    private static IEnumerable<string> Of(DocumentBlock block) => block.Rows is { } rows
        ? rows.Select(row => string.Join(" | ", row.Cells.Select(cell => string.Join(' ', Of(cell.Blocks))).Where(text => text.Length > 0)))
        : block.Text.Split('\n').Select((line, index) => index == 0 && block.Marker is { } marker ? marker + " " + line : line);
}
