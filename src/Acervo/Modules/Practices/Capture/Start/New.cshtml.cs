using System.Diagnostics;
using System.Text;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Documents;
using Acervo.Platform.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Practices.Capture.Start;

/// <summary>Starts a ficha from a document: uploaded or pasted, it goes to the reading desk.</summary>
[Allow(Role.Contributor)]
[RequestSizeLimit(MostSent)]
[RequestFormLimits(MultipartBodyLengthLimit = MostSent, ValueLengthLimit = 52 * 1024 * 1024)]
internal sealed class NewModel(AppDb db, Me me, FileStore files, ReadingDesk desk, TimeProvider clock) : PageModel
{
    /// <summary>Far more than is taken: a browser shows no page while it is still sending, so what is too large must arrive to be refused in words.</summary>
    private const long MostSent = 250L * 1024 * 1024;

    private const int LockSpace = 4202000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(300);

    internal string? FileError { get; private set; }

    internal string Pasted { get; private set; } = "";

    internal IReadOnlyList<DocumentReading> Sent { get; private set; } = [];

    /// <summary>A ficha that was read from the very same file.</summary>
    internal KnownFicha? Known { get; private set; }

    /// <summary>Offers the two ways to begin; after a pasted text was refused, with that text in its box.</summary>
    public async Task OnGetAsync(int? lectura, CancellationToken cancel)
    {
        Sent = await db.SentDocumentsAsync(me, clock.Now(), cancel);
        if (lectura is { } id)
        {
            var reading = await db.ReadingsOf().AsNoTracking().Where(r => r.Id == id && r.PersonId == me.Id && r.Name == DocumentReading.PastedName).OneAsync(cancel);
            Pasted = Encoding.UTF8.GetString((await files.ReadAsync(reading.Sha256, cancel)).Bytes);
        }
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, string? pasted, CancellationToken cancel)
    {
        Pasted = (pasted ?? "").Replace("\0", "", StringComparison.Ordinal);
        var (content, name) = await TakeAsync(file, cancel);
        if (content is null)
        {
            return Page();
        }

        if (await FindKnownAsync(content.Sha256(), cancel) is { } known)
        {
            Known = known;
            return Page();
        }

        var stored = await files.SaveAsync(content, cancel);
        var reading = await BeginAsync(stored.Sha256, name, cancel);
        return await WaitAsync(reading, desk.AskAsync(reading.Id), cancel);
    }

    /// <summary>The same document sent twice at once, as a double click does, is one reading.</summary>
    private async Task<DocumentReading> BeginAsync(string sha256, string name, CancellationToken cancel)
    {
        await using var alone = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockSpace}, hashtext({sha256}))", cancel);
        var reading = await db.ReadingsOf().Where(r => r.PersonId == me.Id && r.Sha256 == sha256 && r.State != ReadingState.Refused).OrderBy(r => r.Id).FirstOrDefaultAsync(cancel);
        if (reading is null)
        {
            reading = new DocumentReading { PersonId = me.Id, Sha256 = sha256, Name = name, AskedAt = clock.Now(), BeatAt = clock.Now() };
            db.Add(reading);
            await db.SaveChangesAsync(cancel);
        }

        await alone.CommitAsync(cancel);
        return reading;
    }

    private async Task<(FileContent? Content, string Name)> TakeAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is { Length: > 0 })
        {
            if (file.Length > ReadingLimits.FileBytes)
            {
                return Refuse("El archivo pesa más de 50 MB. Divídalo o quite imágenes.");
            }

            using var bytes = new MemoryStream((int)file.Length);
            await file.CopyToAsync(bytes, cancel);
            return (new FileContent(bytes.ToArray(), "application/octet-stream"), SentName.Clean(file.FileName));
        }

        if (file is not null)
        {
            return Refuse("El archivo está vacío. Ábralo para comprobar que tiene texto y vuelva a subirlo.");
        }

        if (string.IsNullOrWhiteSpace(Pasted))
        {
            return Refuse("Elija un archivo o pegue el texto del formato.");
        }

        return Pasted.Length > ReadingLimits.Characters
            ? Refuse("El texto pegado es demasiado largo para ser un formato. Borre lo que no es del formato; el texto sigue en el recuadro.")
            : (new FileContent(Encoding.UTF8.GetBytes(Pasted), "text/plain"), DocumentReading.PastedName);
    }

    private (FileContent? Content, string Name) Refuse(string sentence)
    {
        FileError = sentence;
        ModelState.AddModelError("file", sentence);
        return (null, "");
    }

    private async Task<KnownFicha?> FindKnownAsync(string sha256, CancellationToken cancel)
    {
        var known = await db.Practices.AsNoTracking().Where(p => p.SourceSha256 == sha256)
            .OrderByDescending(p => p.AuthorId == me.Id).Select(p => new { p.Id, p.Title, p.AuthorId, p.UnitId }).FirstOrDefaultAsync(cancel);
        return known switch
        {
            null => null,
            _ when known.AuthorId == me.Id || me.Has(Role.Reviewer, known.UnitId) => new KnownFicha($"/fichas/{known.Id}", $"«{known.Title}»"),
            _ => new KnownFicha("/fichas", "una ficha de otra persona; escriba a quien administra el sitio para trabajarla en conjunto"),
        };
    }

    /// <summary>Most documents are read at once; a scan takes longer and gets a page that shows how far it is.</summary>
    private async Task<IActionResult> WaitAsync(DocumentReading reading, Task tried, CancellationToken cancel)
    {
        // Wall time on purpose: a person waits in it, whatever the clock of the office says. Another node may have it, so it is looked at too.
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < Patience)
        {
            await (tried.IsCompleted ? Task.Delay(Look, cancel) : Task.WhenAny(tried, Task.Delay(Look, cancel)));
            await db.Entry(reading).ReloadAsync(cancel);
            if (reading.State == ReadingState.Done)
            {
                return Redirect($"/fichas/{reading.PracticeId}");
            }

            if (reading.State == ReadingState.Refused)
            {
                Refuse(reading.Refusal!);
                return Page();
            }
        }

        return Redirect($"/fichas/leyendo/{reading.Id}");
    }
}

/// <summary>Where an existing ficha is and how it is called.</summary>
internal sealed record KnownFicha(string Href, string Title);
