using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Documents;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Capture;
using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Editorial.Publishing;
using Acervo.Platform.Files;
using Acervo.Platform.Http.Bodies;
using Acervo.Platform.Work;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Capture;

/// <summary>Adds a supporting file. Its public copy is made at once, so that its author sees it now and hears what could not be published.</summary>
[Allow]
[Takes(ReadingLimits.FileBytes + TakesAttribute.Around, File = ReadingLimits.FileBytes)]
internal sealed class FilesModel(AppDb db, Me me, FileStore files, DossierCopies copies, WorkDesk desk, DossierForm ficha, DossierChecklist checks,
    DossierThreads threads, RemovedFiles removed, TimeProvider clock) : PageModel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    internal Dossier Dossier { get; private set; } = null!;

    internal FilesPanel Panel { get; private set; } = null!;

    internal IReadOnlyList<FormStep> Steps { get; private set; } = [];

    /// <summary>
    /// Where the form asks for annexes, its files are there too; this page is left for those that ask for none, and for a file too heavy to be read.
    /// </summary>
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        Dossier = await db.GetMineAsync(id, me, cancel);
        var refused = RefusedFile.In(HttpContext);
        if (refused is null && DossierSteps.FilesSection(ficha.Of(Dossier)) is not null)
        {
            return Redirect(DossierSteps.FilesHref(Dossier, ficha.Of(Dossier)));
        }

        Panel = removed.PanelOf(Dossier, TempData);
        Panel = Panel with { Error = refused ?? Panel.Error };
        if (Panel.Error is not null)
        {
            ModelState.AddModelError("file", Panel.Error);
        }

        Steps = new DossierSteps(Dossier, ficha.Of(Dossier), await checks.OfAsync(Dossier, cancel), await threads.CountsAsync(Dossier, cancel)).Of("archivos");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, IFormFile? file, CancellationToken cancel)
    {
        Dossier = await db.GetMineAsync(id, me, cancel);
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

        var attached = DossierFile.Of(name, new StoredFile(sent.Sha256, sent.Length, tried.ContentType), copy, tried.Notes, me.Id, clock.Now(),
            DossierFile.Looking);
        try
        {
            Dossier.Attach(attached, clock.Now());
        }
        catch (RuleException refusal)
        {
            return Refuse(refusal.Message);
        }

        bytes.Position = 0;
        await files.SaveAsync(bytes, sent.Sha256, tried.ContentType, cancel);
        await files.SaveAsync(copy, cancel);
        var look = db.Add(LookForContacts.Of(attached, id, me.Id)).Entity;
        await db.SaveChangesAsync(cancel);
        await WaitAsync(look.Id, cancel);
        return Redirect(DossierSteps.FilesHref(Dossier, ficha.Of(Dossier)));
    }

    /// <summary>Most files are looked through at once; what takes longer goes on, and the page tells.</summary>
    private async Task WaitAsync(long look, CancellationToken cancel)
    {
        await Task.WhenAny(desk.AskAsync(look), Task.Delay(Patience, cancel));
        desk.Forget(look);
    }

    /// <summary>Told where the files are, so that what is typed beside them stays.</summary>
    private RedirectResult Refuse(string sentence)
    {
        TempData[RemovedFiles.RefusedName] = sentence;
        return Redirect(DossierSteps.FilesHref(Dossier, ficha.Of(Dossier)));
    }
}
