using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Intake;
using Acervo.Platform.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Editorial.Capture.Start;

/// <summary>Starts an empty ficha on the form in force, or leads to the one that was begun and left empty.</summary>
[Allow(Role.Contributor)]
[MakesOne]
internal sealed class WriteModel(AppDb db, Me me, FormCatalogue forms, EditorialKinds kinds, DraftAllowance allowance, TimeProvider clock) : PageModel
{
    public IActionResult OnGet() => Redirect("/fichas/nueva");

    public async Task<IActionResult> OnPostAsync(string? kind, CancellationToken cancel)
    {
        var form = forms.InForce(ChosenFrom(kind), clock.Today());
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

        var dossier = Dossier.Start(form, me.Id, me.UnitId, clock.Now());
        if (form.FilledOnLabel is not null)
        {
            dossier.Date(clock.Today(), clock.Now());
        }

        db.Dossiers.Add(dossier);
        await db.SaveChangesAsync(cancel);
        await alone.CommitAsync(cancel);
        return Redirect($"/fichas/{dossier.Id}/seccion/1");
    }

    private string ChosenFrom(string? kind) =>
        kinds.Offered.FirstOrDefault(offered => offered.Kind == kind)?.Kind ?? throw new RuleException("Elija qué va a documentar.");
}
