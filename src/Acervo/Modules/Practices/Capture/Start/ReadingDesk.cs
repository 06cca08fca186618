using System.Data.Common;
using System.Threading.Channels;
using Acervo.Modules.Practices.Capture.Reading;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Documents;
using Acervo.Platform.Files;
using Acervo.Platform.Forms.Reading;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Practices.Capture.Start;

/// <summary>Reads the documents people send, two at a time, and takes up again what a stopped node left half read.</summary>
internal sealed class ReadingDesk(IServiceScopeFactory scopes, DocumentReader documents, TimeProvider clock, ILogger<ReadingDesk> log) : BackgroundService
{
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    private const int MostTries = 3;
    private const string Broken = "No pudimos leer el archivo. Inténtelo de nuevo o escriba la ficha a mano; ya quedó registrado.";

    private readonly Channel<(int Id, TaskCompletionSource? Tried)> queue = Channel.CreateUnbounded<(int, TaskCompletionSource?)>();

    /// <summary>Asks for a document to be read soon, by this node; it ends when that was tried, whatever came of it.</summary>
    public Task AskAsync(int readingId)
    {
        var tried = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.Writer.TryWrite((readingId, tried));
        return tried.Task;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(WorkAsync(stoppingToken), WorkAsync(stoppingToken), TakeUpAsync(stoppingToken));

    private async Task WorkAsync(CancellationToken cancel)
    {
        await foreach (var (id, tried) in queue.Reader.ReadAllAsync(cancel))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            try
            {
                await ReadAsync(id, db, scope.ServiceProvider, cancel);
            }
            catch (Exception bug) when (bug is not OperationCanceledException)
            {
                log.LogError(bug, "Reading {Id} failed.", id);
                await TryRefuseAsync(id, cancel);
            }

            tried?.TrySetResult();
        }
    }

    private async Task ReadAsync(int id, AppDb db, IServiceProvider services, CancellationToken cancel)
    {
        // One reader wins: whoever finds it waiting, or fallen silent, and marks it in the same statement.
        var (now, silentSince) = (clock.Now(), clock.Now() - Silence);
        var won = await db.ReadingsOf()
            .Where(r => r.Id == id && (r.State == ReadingState.Waiting || (r.State == ReadingState.Running && r.BeatAt < silentSince)))
            .ExecuteUpdateAsync(
                set => set.SetProperty(r => r.State, ReadingState.Running).SetProperty(r => r.BeatAt, now).SetProperty(r => r.Tries, r => r.Tries + 1)
                    .SetProperty(r => r.Page, 0).SetProperty(r => r.Pages, 0),
                cancel);
        if (won == 0)
        {
            return;
        }

        var reading = await db.ReadingsOf().AsNoTracking().FirstAsync(r => r.Id == id, cancel);
        if (reading.Tries > MostTries)
        {
            await RefuseAsync(id, Broken, cancel);
            return;
        }

        var file = await services.GetRequiredService<FileStore>().ReadAsync(reading.Sha256, cancel);
        try
        {
            var document = await documents.ReadAsync(file.Bytes, new Progress<ReadingProgress>(at => _ = AdvanceAsync(id, at)), cancel);
            var read = FichaReader.Read(document, await db.PoliciesAsync(clock.Today(), cancel));
            var author = await db.People.AsNoTracking().FirstAsync(p => p.Id == reading.PersonId, cancel);
            var practice = Practice.Start(read.Form, author.Id, author.UnitId, clock.Now());
            practice.TakeReading(read.Answers, read.FilledOn, StoredReading.Of(read).ToJson(), reading.Sha256, reading.Name, author.Id, clock.Now());
            await FinishAsync(reading, practice, db, cancel);
        }
        catch (Exception refusal) when (refusal is DocumentException or FormNotRecognisedException)
        {
            await RefuseAsync(id, refusal.Message, cancel);
        }
    }

    /// <summary>The ficha and the end of its reading are one act; a reader whose turn was taken over meanwhile leaves nothing.</summary>
    private static async Task FinishAsync(DocumentReading reading, Practice practice, AppDb db, CancellationToken cancel)
    {
        await using var both = await db.Database.BeginTransactionAsync(cancel);
        db.Practices.Add(practice);
        await db.SaveChangesAsync(cancel);
        var finished = await db.ReadingsOf().Where(r => r.Id == reading.Id && r.State == ReadingState.Running && r.Tries == reading.Tries)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ReadingState.Done).SetProperty(r => r.PracticeId, practice.Id), cancel);
        if (finished > 0)
        {
            await both.CommitAsync(cancel);
        }
    }

    /// <summary>The count of pages is a courtesy: where it cannot be written, the reading goes on.</summary>
    private async Task AdvanceAsync(int id, ReadingProgress at)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var now = clock.Now();
            await db.ReadingsOf().Where(r => r.Id == id && (r.Page < at.Page || r.Pages == 0))
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.Page, at.Page).SetProperty(r => r.Pages, at.Pages).SetProperty(r => r.BeatAt, now));
        }
        catch (Exception bug) when (bug is DbException or ObjectDisposedException)
        {
            log.LogWarning(bug, "The progress of reading {Id} could not be written.", id);
        }
    }

    /// <summary>Says so to the person. When even that fails, the reading falls silent and is taken up again later.</summary>
    private async Task TryRefuseAsync(int id, CancellationToken cancel)
    {
        try
        {
            await RefuseAsync(id, Broken, cancel);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            log.LogError(bug, "Reading {Id} could not be refused.", id);
        }
    }

    private async Task RefuseAsync(int id, string sentence, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var reading = await db.ReadingsOf().FirstAsync(r => r.Id == id, cancel);
        reading.Refuse(sentence);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>At start, and every minute, looks for documents whose reader fell silent.</summary>
    private async Task TakeUpAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        do
        {
            try
            {
                await TakeUpOnceAsync(cancel);
            }
            catch (Exception bug) when (bug is not OperationCanceledException)
            {
                log.LogError(bug, "The readings left behind could not be looked for; the next minute tries again.");
            }
        }
        while (await timer.WaitForNextTickAsync(cancel));
    }

    private async Task TakeUpOnceAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var silentSince = clock.Now() - Silence;
        var left = await scope.ServiceProvider.GetRequiredService<AppDb>().ReadingsOf()
            .Where(r => (r.State == ReadingState.Waiting || r.State == ReadingState.Running) && r.BeatAt < silentSince)
            .Select(r => r.Id).ToListAsync(cancel);
        left.ForEach(id => queue.Writer.TryWrite((id, null)));
    }
}
