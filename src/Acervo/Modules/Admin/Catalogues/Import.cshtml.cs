using Acervo.Platform.Accounts;
using Acervo.Platform.Reference;
using Acervo.Platform.Tables.Imports;
using Microsoft.AspNetCore.Mvc;

namespace Acervo.Modules.Admin.Catalogues;

/// <summary>Takes a sheet with terms of a catalogue.</summary>
[Allow(Role.Administrator)]
internal sealed class ImportModel(AppDb db, ImportDesk desk) : SheetUpload(desk)
{
    internal Catalogue Catalogue { get; private set; } = null!;

    public async Task OnGetAsync(string code, CancellationToken cancel)
    {
        Catalogue = await db.Catalogues.GetAsync(code, cancel);
        HearRefusal();
    }

    public async Task<IActionResult> OnPostAsync(string code, IFormFile? file, CancellationToken cancel)
    {
        Catalogue = await db.Catalogues.GetAsync(code, cancel);
        return await TakeAsync(file, CatalogueImport.Kind, code, Catalogue.Name, cancel);
    }
}
