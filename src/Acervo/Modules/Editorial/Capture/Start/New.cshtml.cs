using System.Diagnostics;
using System.Text;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Documents;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Intake;
using Acervo.Platform.Files;
using Acervo.Platform.Http.Bodies;
using Acervo.Platform.Publications;
using Acervo.Platform.Reference;
using Acervo.Platform.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Editorial.Capture.Start;

/// <summary>Starts a ficha from a document: uploaded or pasted, it goes to the reading desk.</summary>
[Allow(Role.Contributor)]
[Takes(ReadingLimits.FileBytes + TakesAttribute.Around, File = ReadingLimits.FileBytes)]
internal sealed class NewModel(AppDb db, Me me, FileStore files, WorkDesk desk, DraftAllowance allowance, EditorialKinds kinds,
    PublicationKinds publications, KnownTerms terms, TimeProvider clock) : PageModel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(300);

    internal IReadOnlyList<EditorialKind> Offered => [.. kinds.Offered];

    internal string? FileError { get; private set; }

    internal string Pasted { get; private set; } = "";

    internal IReadOnlyList<DocumentReading> Sent { get; private set; } = [];

    /// <summary>A ficha that was read from the very same file.</summary>
    internal KnownDossier? Known { get; private set; }

    /// <summary>Offers the two ways to begin; after a pasted text was refused, with that text in its box.</summary>
    public async Task OnGetAsync(int? lectura, CancellationToken cancel)
    {
        Sent = await db.SentDocumentsAsync(me, clock.Now(), cancel);
        if (lectura is { } id)
        {
            var reading = await db.ReadingsOf().AsNoTracking().Where(r => r.Id == id && r.PersonId == me.Id && r.Name == DocumentReading.PastedName)
                .OneAsync(cancel);
            Pasted = Encoding.UTF8.GetString((await files.ReadAsync(reading.Sha256, cancel)).Bytes);
        }

        if (RefusedFile.In(HttpContext) is { } refused)
        {
            Refuse(refused);
        }
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, string? pasted, CancellationToken cancel)
    {
        Pasted = (pasted ?? "").Replace("\0", "", StringComparison.Ordinal);
        await using var sent = Take(file);
        if (sent is null)
        {
            return Page();
        }

        if (await FindKnownAsync(sent.Sha256, cancel) is { } known)
        {
            Known = known;
            return Page();
        }

        if (await allowance.RefusalAsync(cancel) is { } sentence)
        {
            return Refuse(sentence);
        }

        await files.SaveAsync(sent.Bytes, sent.Sha256, sent.ContentType, cancel);
        return await BeginAsync(sent, cancel) is { } reading ? await WaitAsync(reading, cancel) : Page();
    }

    /// <summary>The same document sent twice at once, as a double click does, is one reading.</summary>
    private async Task<DocumentReading?> BeginAsync(SentDocument sent, CancellationToken cancel)
    {
        await using var alone = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({DraftAllowance.LockSpace}, {me.Id})", cancel);
        var reading = await db.ReadingsOf().Where(r => r.PersonId == me.Id && r.Sha256 == sent.Sha256 && r.Work!.State != WorkState.Refused
            && r.Work.State != WorkState.Cancelled).OrderBy(r => r.Id).FirstOrDefaultAsync(cancel);
        if (reading is null)
        {
            if (await allowance.RefusalAsync(cancel) is { } sentence)
            {
                Refuse(sentence);
                return null;
            }

            reading = new DocumentReading { PersonId = me.Id, Sha256 = sent.Sha256, Name = sent.Name, AskedAt = clock.Now() };
            await db.HandInAsync(reading, cancel);
        }

        await alone.CommitAsync(cancel);
        return reading;
    }

    internal string NameOf(EditorialKind kind) => publications.Of(kind.Kind).Singular.ToLowerInvariant();

    private SentDocument? Take(IFormFile? file)
    {
        if (file is SentFile { Length: > 0 } sent)
        {
            if (sent.Length <= ReadingLimits.FileBytes)
            {
                return new SentDocument(sent.OpenReadStream(), sent.Sha256, "application/octet-stream", SentName.Clean(sent.FileName));
            }

            Refuse("El archivo pesa más de 50 MB. Divídalo o quite imágenes.");
        }
        else if (file is not null)
        {
            Refuse("El archivo está vacío. Ábralo para comprobar que tiene texto y vuelva a subirlo.");
        }
        else if (string.IsNullOrWhiteSpace(Pasted))
        {
            Refuse("Elija un archivo o pegue el texto del formato.");
        }
        else if (Pasted.Length > ReadingLimits.Characters)
        {
            Refuse("El texto pegado es demasiado largo para ser un formato. Borre lo que no es del formato; el texto sigue en el recuadro.");
        }
        else
        {
            return SentDocument.Pasted(Pasted);
        }

        return null;
    }

    private PageResult Refuse(string sentence)
    {
        FileError = sentence;
        ModelState.AddModelError("file", sentence);
        return Page();
    }

    private async Task<KnownDossier?> FindKnownAsync(string sha256, CancellationToken cancel)
    {
        var known = await db.Dossiers.AsNoTracking().Where(p => p.SourceSha256 == sha256)
            .OrderByDescending(p => p.AuthorId == me.Id || p.Coauthors.Contains(me.Id))
            .Select(p => new
            {
                p.Id,
                p.Title,
                IsMine = p.AuthorId == me.Id || p.Coauthors.Contains(me.Id),
                WasSent = p.Editorial.Stage != Stage.Draft || p.Editorial.Round > 0 || p.PublishedVersion > 0,
                p.UnitId,
            }).FirstOrDefaultAsync(cancel);
        return known switch
        {
            null => null,
            _ when known.IsMine || (known.WasSent && me.Has(Role.Reviewer, Circle.Unit(known.UnitId))) =>
                new KnownDossier(sha256) { Href = $"/fichas/{known.Id}", Title = known.Title.Length == 0 ? "Sin título" : known.Title },
            _ => new KnownDossier(sha256) { Office = known.UnitId is { } unit ? (await terms.FindAsync(unit, cancel))?.Name : null },
        };
    }

    /// <summary>Most documents are read at once; a scan takes longer and gets a page that shows how far it is.</summary>
    private async Task<IActionResult> WaitAsync(DocumentReading reading, CancellationToken cancel)
    {
        var work = reading.Work!;
        var tried = desk.AskAsync(work.Id);
        // Wall time on purpose: a person waits in it, whatever the clock of the office says. Another node may have it, so it is looked at too.
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < Patience)
        {
            await (tried.IsCompleted ? Task.Delay(Look, cancel) : Task.WhenAny(tried, Task.Delay(Look, cancel)));
            await db.Entry(work).ReloadAsync(cancel);
            if (work.State == WorkState.Done)
            {
                await db.Entry(reading).ReloadAsync(cancel);
                return Redirect($"/fichas/{reading.DossierId}");
            }

            if (work.State == WorkState.Refused)
            {
                return Refuse(work.Refusal!);
            }
        }

        desk.Forget(work.Id);
        return Redirect($"/fichas/leyendo/{reading.Id}");
    }
}

/// <summary>A ficha of the same document: where it is and how it is called, or the office of the other person who writes it.</summary>
internal sealed record KnownDossier(string Sha256)
{
    public string? Href { get; init; }

    public string Title { get; init; } = "";

    public string? Office { get; init; }
}
