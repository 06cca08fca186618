using System.Security.Cryptography;
using System.Text;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Capture;
using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Editorial.Review;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Editorial.Capture;

/// <summary>The checklist before review: errors block, warnings are mended or explained.</summary>
[Allow]
internal sealed class SendModel(AppDb db, Me me, DossierForm ficha, DossierChecklist checks, SimilarDossiers similar, DossierMails mails,
    WhatFollows follows, TimeProvider clock) : PageModel
{
    internal Dossier Dossier { get; private set; } = null!;

    internal IReadOnlyList<CheckItem> Errors { get; private set; } = [];

    internal IReadOnlyList<(ChecklistItem Item, string Href, string Name)> Warnings { get; private set; } = [];

    internal int OpenRemarks { get; private set; }

    internal IReadOnlyList<SimilarDossier> Similar { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        Dossier = await db.GetMineAsync(id, me, cancel);
        if (!Dossier.Editorial.IsEditable)
        {
            return Redirect($"/fichas/{id}");
        }

        await ShowAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, int version, CancellationToken cancel)
    {
        Dossier = await db.GetMineAsync(id, me, cancel);
        if (version != Dossier.Revision)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            ModelState.AddModelError("", "La ficha cambió desde que abrió esta página. La lista es la de ahora y sus explicaciones siguen aquí: revíselas y "
                + "envíe de nuevo.");
            await ShowAsync(cancel);
            return Page();
        }

        foreach (var item in (await checks.WithCopiesAsync(Dossier, cancel)).Where(item => !item.IsError && Request.Form.ContainsKey(NameOf(item))))
        {
            var why = Request.Form[NameOf(item)].ToString();
            if (why.Trim().Length > ChecklistItem.MostLetters)
            {
                ModelState.TryAddModelError("", ChecklistItem.TooLong);
                continue;
            }

            Dossier.Explain(item, why, me.Id, clock.Now());
        }

        var open = (await checks.WithCopiesAsync(Dossier, cancel)).Where(item => item.IsOpen).ToList();
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

        db.Add(Dossier.Submit(me.Id, open, clock.Now()));
        await FreeAsync(cancel);
        await mails.SubmittedAsync(Dossier, cancel);
        await db.SaveChangesAsync(cancel);
        TempData["Done"] = await follows.SentAsync(Dossier, cancel);
        return Redirect($"/fichas/{id}");
    }

    /// <summary>Whoever held it may have left or lost the role: then anybody may take it.</summary>
    private async Task FreeAsync(CancellationToken cancel)
    {
        if (Dossier.Editorial.ReviewerId is { } holder
            && !await db.PeopleWith(Role.Reviewer, Dossier.Circle).AnyAsync(person => person.Id == holder, cancel))
        {
            Dossier.Free(me.Id, clock.Now());
        }
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        var findings = await checks.WithCopiesAsync(Dossier, cancel);
        OpenRemarks = await db.Remarks.CountAsync(remark => remark.Subject == Dossier.Subject && remark.ParentId == null && remark.ResolvedAt == null, cancel);
        Similar = await similar.OfAsync(Dossier, cancel);
        Errors = OpenPoints.Of(Dossier, ficha.Of(Dossier), findings.Where(item => item.IsError));
        Warnings = [.. findings.Where(item => !item.IsError)
            .Select(item => (Typed(item), DossierParts.HrefOf(Dossier, ficha.Of(Dossier), item), NameOf(item)))];
    }

    /// <summary>What was typed for it just now comes before what was kept.</summary>
    private ChecklistItem Typed(ChecklistItem item) =>
        Request.HasFormContentType && Request.Form.TryGetValue(NameOf(item), out var typed) ? item with { Explanation = typed } : item;

    /// <summary>The field of an explanation is named after the warning itself, so that a list that changed meanwhile confuses nothing.</summary>
    private static string NameOf(ChecklistItem item) => "explain-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(item.Id)))[..12];
}
