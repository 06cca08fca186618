namespace Acervo.Ui.Parts;

/// <summary>Where the reader is in a long list, and the links to the rest of it.</summary>
public sealed record Pages(int Current, int Total, Func<int, string> Href)
{
    private const int Last = 1_000_000;

    /// <summary>Rows before a page that somebody asked for, whatever number was typed into the address.</summary>
    public static int Skipped(int page, int size) => (Math.Clamp(page, 1, Last) - 1) * size;

    /// <summary>The numbers worth showing: the ends and the neighbours; zero stands for a gap.</summary>
    public IEnumerable<int> Shown()
    {
        var last = 0;
        for (var page = 1; page <= Total; page++)
        {
            if (page != 1 && page != Total && Math.Abs(page - Current) > 1) { continue; }
            if (page - last > 1) { yield return page - last == 2 ? page - 1 : 0; }
            yield return last = page;
        }
    }
}
