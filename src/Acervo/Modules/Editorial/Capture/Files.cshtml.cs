using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Documents;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Capture;
using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Editorial.Publishing;
using Acervo.Platform.Files;
using Acervo.Platform.Http.Bodies;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Capture;

/// <summary>Adds a supporting file. Its public copy is made at once, so that its author sees it now and hears what could not be published.</summary>
[Allow]
[Takes(ReadingLimits.FileBytes + TakesAttribute.Around, File = ReadingLimits.FileBytes)]
internal sealed class FilesModel(AppDb db, Me me, FileStore files, DossierCopies copies, AttachedContacts contacts, DossierForm ficha, DossierChecklist checks,
    TimeProvider clock) : PageModel
{
    internal Dossier Dossier { get; private set; } = null!;

    internal string? FileError { get; private set; }

    internal IReadOnlyList<FormStep> Steps { get; private set; } = [];

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        await LoadAsync(id, cancel);
        if (RefusedFile.In(HttpContext) is { } refused)
        {
            Refuse(refused);
        }
    }

    public async Task<IActionResult> OnPostAsync(int id, IFormFile? file, CancellationToken cancel)
    {
        await LoadAsync(id, cancel);
        if (file is not SentFile { Length: > 0 and <= ReadingLimits.FileBytes } sent)
        {
            return Refuse("Elija un archivo que no esté vacío y pese hasta 50 MB.");
        }

        await using var bytes = sent.OpenReadStream();
        var name = SentName.Clean(file.FileName);
        var tried = await copies.TryAsync(bytes, cancel);
        if (tried.Content is not { } copy)
        {
            return Refuse(tried.Refusal!);
        }

        var found = await contacts.FindAsync(bytes, tried.ContentType, cancel);
        try
        {
            Dossier.Attach(DossierFile.Of(name, new StoredFile(sent.Sha256, sent.Length, tried.ContentType), copy, tried.Notes, me.Id, clock.Now(), found),
                clock.Now());
        }
        catch (RuleException refusal)
        {
            return Refuse(refusal.Message);
        }

        bytes.Position = 0;
        await files.SaveAsync(bytes, sent.Sha256, tried.ContentType, cancel);
        await files.SaveAsync(copy, cancel);
        await db.SaveChangesAsync(cancel);
        return Redirect($"/fichas/{id}/archivos");
    }

    private async Task LoadAsync(int id, CancellationToken cancel)
    {
        Dossier = await db.GetMineAsync(id, me, cancel);
        Steps = ficha.Steps(Dossier, await checks.OfAsync(Dossier, cancel), "archivos");
    }

    private PageResult Refuse(string sentence)
    {
        FileError = sentence;
        ModelState.AddModelError("file", sentence);
        return Page();
    }
}
