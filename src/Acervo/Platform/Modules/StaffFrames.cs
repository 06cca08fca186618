using Acervo.Platform.Accounts;
using Acervo.Platform.Reference;
using Acervo.Ui;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Acervo.Platform.Modules;

/// <summary>Puts around every page of the staff who is signed in and what waits in each act.</summary>
internal sealed class StaffFrames(ModuleList modules, Me me) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // The counts are asked after the act, so that the page already shows what it did.
        var executed = await next();
        if (me.IsSignedIn && executed.Result is not Microsoft.AspNetCore.Mvc.RedirectResult)
        {
            context.HttpContext.Items[typeof(StaffFrame)] = await FrameAsync(context.HttpContext);
        }
    }

    /// <summary>Asks for the working store, and what stands on it, here and not in the constructor: public pages pass this filter too, and need none.</summary>
    private async Task<StaffFrame> FrameAsync(HttpContext http)
    {
        var (db, life) = (http.RequestServices.GetRequiredService<AppDb>(), http.RequestServices.GetRequiredService<SessionLife>());
        var cancel = http.RequestAborted;
        var unit = me.UnitId is { } id ? (await db.Terms.FindAsync([id], cancel))?.Name : null;
        List<MenuItem> acts = [];
        foreach (var entry in modules.StaffMenu.Where(entry => entry.For.Length == 0 || entry.For.Any(me.Has)).OrderBy(entry => entry.Order))
        {
            var count = entry.Count is null ? (int?)null : await entry.Count(db, me, cancel);
            acts.Add(new MenuItem(entry.Text, entry.Href, count, entry.Group.Length == 0 ? null : entry.Group, entry.Icon) { Covers = entry.Covers });
        }

        return new StaffFrame(me.Name, unit ?? "", acts) { EndsIn = await life.LeftAsync(http) };
    }
}
