using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Practices.Capture.Start;

/// <summary>Starts an empty ficha on the form in force, or leads to the one that was begun and left empty.</summary>
[Allow(Role.Contributor)]
[MakesOne]
internal sealed class WriteModel(AppDb db, Me me, FormCatalogue forms, DraftAllowance allowance, TimeProvider clock) : PageModel
{
    public IActionResult OnGet() => Redirect("/fichas/nueva");

    public async Task<IActionResult> OnPostAsync(string? kind, CancellationToken cancel)
    {
        var form = forms.InForce(kind == Practice.LessonKind ? Practice.LessonKind : Practice.PracticeKind, clock.Today());
        await using var alone = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({DraftAllowance.LockSpace}, {me.Id})", cancel);
        if (await allowance.FindEmptyAsync(form, cancel) is { } empty)
        {
            TempData["Done"] = "Ya había empezado esta ficha y estaba en blanco: continúe en ella.";
            return Redirect($"/fichas/{empty}/seccion/1");
        }

        if (await allowance.RefusalAsync(cancel) is { } sentence)
        {
            throw new RuleException(sentence);
        }

        var practice = Practice.Start(form, me.Id, me.UnitId, clock.Now());
        practice.Date(clock.Today(), clock.Now());
        db.Practices.Add(practice);
        await db.SaveChangesAsync(cancel);
        await alone.CommitAsync(cancel);
        return Redirect($"/fichas/{practice.Id}/seccion/1");
    }
}
