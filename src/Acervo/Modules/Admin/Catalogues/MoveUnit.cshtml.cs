using Acervo.Modules.Admin.People;
using Acervo.Platform.Accounts;
using Acervo.Platform.Reference;
using Acervo.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Catalogues;

/// <summary>Hangs a unit under another, or under none. It changes what people may do at once, so it is a page of its own that says so.</summary>
[Allow(Role.Administrator)]
internal sealed class MoveUnitModel(AppDb db, Units units, AccessCache rights, Me me) : PageModel
{
    [BindProperty]
    public int? ParentId { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    internal Term Unit { get; private set; } = null!;

    internal IReadOnlyList<FieldOption> Choices { get; private set; } = [];

    internal string Effect { get; private set; } = "";

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        await FindAsync(id, cancel);
        ParentId = Unit.ParentId;
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        await FindAsync(id, cancel);
        if (Revision != Unit.Revision)
        {
            ModelState.AddModelError("", "Alguien cambió esta dependencia desde que usted la abrió. Revise de quién depende ahora y guarde de nuevo.");
            ModelState.Remove(nameof(ParentId));
            ParentId = Unit.ParentId;
            return Page();
        }

        if (ParentId == Unit.ParentId)
        {
            return Redirect($"/admin/catalogos/{Unit.Catalogue}");
        }

        await units.MoveAsync(Unit, ParentId, me.Id, cancel);
        rights.ForgetAll();
        TempData["Done"] = ParentId is null ? $"«{Unit.Name}» ya no depende de otra."
            : $"«{Unit.Name}» depende ahora de {await units.NameAsync(ParentId, cancel)}.";
        return Redirect($"/admin/catalogos/{Unit.Catalogue}");
    }

    private async Task FindAsync(int id, CancellationToken cancel)
    {
        Unit = await db.Terms.Where(term => term.Id == id && Units.Catalogues.Contains(term.Catalogue)).OneAsync(cancel);
        Choices = [.. (await PeopleOptions.CirclesAsync(units, cancel)).Where(choice => choice.Value != $"{id}")];
        if (Unit.ParentId is { } above && !Choices.Any(choice => choice.Value == $"{above}"))
        {
            // What is no longer in force may be left as it is, and not chosen anew.
            Choices = [new FieldOption($"{above}", await units.NameAsync(above, cancel)), .. Choices];
        }

        Effect = "Quien tenga un rol en la dependencia que elija, o en una superior, lo tendrá también en "
            + $"{Unit.Name}{GrantWords.Below((await units.SizesAsync(cancel)).GetValueOrDefault(id))}. El cambio se aplica en unos segundos.";
    }
}
