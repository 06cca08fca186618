using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Practices.Capture.Start;

/// <summary>Starts an empty ficha on the form in force.</summary>
[Allow(Role.Contributor)]
[MakesOne]
internal sealed class WriteModel(AppDb db, Me me, FormCatalogue forms, TimeProvider clock) : PageModel
{
    public IActionResult OnGet() => Redirect("/fichas/nueva");

    public async Task<IActionResult> OnPostAsync(string? kind, CancellationToken cancel)
    {
        var form = forms.InForce(kind == Practice.LessonKind ? Practice.LessonKind : Practice.PracticeKind, clock.Today());
        var practice = Practice.Start(form, me.Id, me.UnitId, clock.Now());
        practice.Date(clock.Today(), clock.Now());
        db.Practices.Add(practice);
        await db.SaveChangesAsync(cancel);
        return Redirect($"/fichas/{practice.Id}/seccion/1");
    }
}
