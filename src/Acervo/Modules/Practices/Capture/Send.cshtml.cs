using System.Security.Cryptography;
using System.Text;
using Acervo.Modules.Practices.Review;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Practices.Capture;

/// <summary>The checklist before review: errors block, warnings are mended or explained.</summary>
[Allow]
internal sealed class SendModel(AppDb db, Me me, FichaForm ficha, FichaChecklist checks, SimilarFichas similar, PracticeMails mails, TimeProvider clock)
    : PageModel
{
    internal Practice Practice { get; private set; } = null!;

    internal IReadOnlyList<CheckItem> Errors { get; private set; } = [];

    internal IReadOnlyList<(ChecklistItem Item, string Href, string Name)> Warnings { get; private set; } = [];

    internal int OpenRemarks { get; private set; }

    internal IReadOnlyList<SimilarFicha> Similar { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        Practice = await db.GetMineAsync(id, me, cancel);
        if (!Practice.Editorial.IsEditable)
        {
            return Redirect($"/fichas/{id}");
        }

        await ShowAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, int version, CancellationToken cancel)
    {
        Practice = await db.GetMineAsync(id, me, cancel);
        if (version != Practice.Revision)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            ModelState.AddModelError("", "La ficha cambió desde que abrió esta página. La lista es la de ahora y sus explicaciones siguen aquí: revíselas y envíe de nuevo.");
            await ShowAsync(cancel);
            return Page();
        }

        foreach (var item in (await checks.OfAsync(Practice, cancel)).Where(item => !item.IsError && Request.Form.ContainsKey(NameOf(item))))
        {
            Practice.Explain(item.Id, Request.Form[NameOf(item)].ToString(), clock.Now());
        }

        var open = (await checks.OfAsync(Practice, cancel)).Where(item => item.IsOpen).ToList();
        if (open.Count > 0)
        {
            ModelState.AddModelError("", "Todavía hay puntos por completar o por explicar. Sus explicaciones quedaron guardadas.");
        }

        if (!ModelState.IsValid)
        {
            await db.SaveChangesAsync(cancel);
            await ShowAsync(cancel);
            return Page();
        }

        db.Add(Practice.Submit(me.Id, open, clock.Now()));
        await FreeAsync(cancel);
        await mails.SubmittedAsync(Practice, cancel);
        await db.SaveChangesAsync(cancel);
        return Redirect($"/fichas/{id}");
    }

    /// <summary>Whoever held it may have left or lost the role: then anybody may take it.</summary>
    private async Task FreeAsync(CancellationToken cancel)
    {
        if (Practice.Editorial.ReviewerId is { } holder
            && !await db.People.WithRole(Role.Reviewer, Practice.UnitId).AnyAsync(person => person.Id == holder, cancel))
        {
            Practice.Free(me.Id, clock.Now());
        }
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        var findings = await checks.OfAsync(Practice, cancel);
        OpenRemarks = await db.Remarks.CountAsync(remark => remark.Subject == Practice.Subject && remark.ParentId == null && remark.ResolvedAt == null, cancel);
        Similar = await similar.OfAsync(Practice, cancel);
        Errors = OpenPoints.Of(Practice, ficha.Of(Practice), findings.Where(item => item.IsError));
        Warnings = [.. findings.Where(item => !item.IsError)
            .Select(item => (Typed(item), FichaParts.HrefOf(Practice, ficha.Of(Practice), item.Key), NameOf(item)))];
    }

    /// <summary>What was typed for it just now comes before what was kept.</summary>
    private ChecklistItem Typed(ChecklistItem item) =>
        Request.HasFormContentType && Request.Form.TryGetValue(NameOf(item), out var typed) ? item with { Explanation = typed } : item;

    /// <summary>The field of an explanation is named after the warning itself, so that a list that changed meanwhile confuses nothing.</summary>
    private static string NameOf(ChecklistItem item) => "explain-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(item.Id)))[..12];
}
