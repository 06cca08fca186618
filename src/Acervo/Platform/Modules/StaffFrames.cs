using Acervo.Platform.Accounts;
using Acervo.Platform.Reference;
using Acervo.Ui;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Modules;

/// <summary>Puts around every page of the staff who is signed in and what waits in each act.</summary>
internal sealed class StaffFrames(ModuleList modules, KnownTerms terms, Me me) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // The counts are asked after the act, so that the page already shows what it did.
        var executed = await next();
        if (me.IsSignedIn && executed.Result is PageResult)
        {
            context.HttpContext.Items[typeof(StaffFrame)] = await FrameAsync(context.HttpContext);
        }
    }

    /// <summary>Asks for the working store, and what stands on it, here and not in the constructor: public pages pass this filter too, and need none.</summary>
    private async Task<StaffFrame> FrameAsync(HttpContext http)
    {
        var (db, life) = (http.RequestServices.GetRequiredService<AppDb>(), http.RequestServices.GetRequiredService<SessionLife>());
        var cancel = http.RequestAborted;
        var unit = me.UnitId is { } id ? (await terms.FindAsync(id, cancel))?.Name : null;
        var entries = modules.StaffMenu.Where(entry => entry.For.Length == 0 || entry.For.Any(me.Has)).OrderBy(entry => entry.Order).ToList();
        var counts = await CountAsync(entries, db, cancel);
        var acts = entries.ConvertAll(entry => new MenuItem(
            entry.Text, entry.Href, counts.GetValueOrDefault(entry), entry.Group.Length == 0 ? null : entry.Group, entry.Icon)
        { Covers = entry.Covers });
        var search = modules.StaffMenu.Select(entry => entry.Search).FirstOrDefault(href => href is not null);
        return new StaffFrame(me.Name, unit ?? "", acts) { EndsIn = await life.LeftAsync(http), SearchHref = search ?? "/buscar" };
    }

    /// <summary>How much waits in each act that counts it, asked together.</summary>
    private async Task<Dictionary<StaffMenuEntry, int?>> CountAsync(List<StaffMenuEntry> entries, AppDb db, CancellationToken cancel)
    {
        var counted = entries.FindAll(entry => entry.Waiting is not null);
        if (counted.Count == 0)
        {
            return [];
        }

        var waiting = counted.Select((entry, act) => entry.Waiting!(db, me).Select(_ => act)).Aggregate(Queryable.Concat);
        var found = await waiting.GroupBy(act => act).Select(group => new { Act = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Act, group => group.Count, cancel);
        return counted.Select((entry, act) => (entry, act)).ToDictionary(pair => pair.entry, pair => (int?)found.GetValueOrDefault(pair.act));
    }
}
