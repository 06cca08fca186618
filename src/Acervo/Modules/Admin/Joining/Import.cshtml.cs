using Acervo.Platform.Accounts;
using Acervo.Platform.Tables.Imports;
using Microsoft.AspNetCore.Mvc;

namespace Acervo.Modules.Admin.Joining;

/// <summary>Takes a sheet with people to invite.</summary>
[Allow(Role.Administrator)]
internal sealed class ImportModel(ImportDesk desk) : SheetUpload(desk)
{
    public void OnGet() => HearRefusal();

    public Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel) => TakeAsync(file, InviteSheet.Kind, "personas", "Personas", cancel);
}
