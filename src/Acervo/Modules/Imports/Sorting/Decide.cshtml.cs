using Acervo.Platform.Accounts;
using Acervo.Platform.Tables.Imports;
using Acervo.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Imports.Sorting;

/// <summary>A person says whether a doubtful row goes in, and with it, if they like, all rows of which the same is asked.</summary>
[Allow]
internal sealed class DecideModel(AppDb db, ImportKinds kinds) : PageModel
{
    public IActionResult OnGet(int id) => Redirect($"/importaciones/{id}");

    public async Task<IActionResult> OnPostAsync(int id, [FromForm(Name = "fila")] long row, [FromForm(Name = "entra")] bool take,
        [FromForm(Name = "todas")] bool all, CancellationToken cancel)
    {
        await using var whole = await db.Database.BeginTransactionAsync(cancel);
        await ImportWork.LockAsync(db, id, cancel);
        var (import, _) = await kinds.GetAsync(id, cancel);
        if (import.State != ImportState.Looked)
        {
            throw new RuleException("Esta tabla ya se incorporó: no quedan filas por decidir.");
        }

        var one = await db.ImportRows.Of(id).Where(one => one.Id == row).OneAsync(cancel);
        one.Decide(take);
        // What another page offered to take in is not what goes in now.
        db.Entry(import).State = EntityState.Modified;
        await db.SaveChangesAsync(cancel);
        if (all)
        {
            var count = await db.ImportRows.Where(other => other.ImportId == id && other.Triage == Triage.Decision && other.Question == one.Question)
                .ExecuteUpdateAsync(set => set.SetProperty(other => other.Taken, take), cancel);
            TempData["Done"] = take ? $"{Spanish.Count(count, "fila entra", "filas entran")} por decisión suya."
                : $"{Spanish.Count(count, "fila se deja", "filas se dejan")} fuera por decisión suya.";
        }

        await whole.CommitAsync(cancel);
        return Redirect($"/importaciones/{id}?estado=decision#fila-{one.Number}");
    }
}
