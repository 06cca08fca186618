using System.Globalization;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Practices.Publishing;

/// <summary>Sets the day and hour, in Bogotá, at which the site will publish by itself.</summary>
[Allow(Role.Reviewer)]
internal sealed class ScheduleModel(AppDb db, Me me, TimeProvider clock) : PageModel
{
    public IActionResult OnGet(int id) => Redirect($"/fichas/{id}/publicar");

    public async Task<IActionResult> OnPostAsync(int id, string? hour, CancellationToken cancel)
    {
        var practice = await db.GetForReviewAsync(id, me, cancel);
        if (DayParts.Read(Request.Form, "day").ToDay() is not { } day || !TimeOnly.TryParse(hour, CultureInfo.InvariantCulture, out var time))
        {
            throw new RuleException("Escriba un día y una hora que existan.");
        }

        practice.Schedule(day.ToDateTime(time).BogotaToUtc(), me.Id, clock.Now());
        await db.SaveChangesAsync(cancel);
        return Redirect($"/fichas/{id}/publicar");
    }
}
