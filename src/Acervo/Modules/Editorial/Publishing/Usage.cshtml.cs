using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Usage;
using Acervo.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Publishing;

/// <summary>How often what was published of a ficha is read, also after it was withdrawn: since when, and the last twelve months by channel.</summary>
[Allow]
internal sealed class UsageModel(AppDb db, Me me, UsageChannels channels, TimeProvider clock) : PageModel
{
    private const int MonthsShown = 12;

    internal Dossier Dossier { get; private set; } = null!;

    internal UsageFigures Figures { get; private set; } = null!;

    /// <summary>Newest first, none before the first reading.</summary>
    internal IReadOnlyList<DateOnly> Months { get; private set; } = [];

    /// <summary>Those by which it was read in these months.</summary>
    internal IReadOnlyList<UsageChannel> Channels { get; private set; } = [];

    internal string Lead => (Figures.Total, Dossier.PublishedVersion) switch
    {
        ( > 0, _) => $"Leída {Spanish.Count(Figures.Total, "vez", "veces")} desde el {Spanish.Day(Figures.Since!.Value)}.",
        (_, > 0) => "Nadie la ha leído todavía.",
        _ => "Se cuenta desde que se publica.",
    };

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        Dossier = await db.GetForAsync(id, me, cancel);
        Figures = await db.UsageOfAsync(Dossier.Kind, Dossier.Id, cancel);
        var today = clock.Today();
        var thisMonth = new DateOnly(today.Year, today.Month, 1);
        Months = [.. Enumerable.Range(0, MonthsShown).Select(back => thisMonth.AddMonths(-back)).Where(month => month.AddMonths(1) > Figures.Since)];
        Channels = [.. Figures.Sums.Where(sum => Months.Contains(sum.Month)).Select(sum => sum.Channel).Distinct(StringComparer.Ordinal)
            .OrderBy(channels.PlaceOf).ThenBy(code => code, StringComparer.Ordinal).Select(code => new UsageChannel(code, channels.TitleOf(code)))];
    }
}
