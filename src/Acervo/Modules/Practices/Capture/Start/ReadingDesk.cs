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

    private readonly Channel<int> queue = Channel.CreateUnbounded<int>();

    /// <summary>Asks for a document to be read soon, by this node.</summary>
    public void Ask(int readingId) => queue.Writer.TryWrite(readingId);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(WorkAsync(stoppingToken), WorkAsync(stoppingToken), TakeUpAsync(stoppingToken));

    private async Task WorkAsync(CancellationToken cancel)
    {
        await foreach (var id in queue.Reader.ReadAllAsync(cancel))
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
        }
    }

    private async Task ReadAsync(int id, AppDb db, IServiceProvider services, CancellationToken cancel)
    {
        // One reader wins: whoever finds it waiting, or fallen silent, and marks it in the same statement.
        var (now, silentSince) = (clock.Now(), clock.Now() - Silence);
        var won = await db.ReadingsOf()
            .Where(r => r.Id == id && (r.State == ReadingState.Waiting || (r.State == ReadingState.Running && r.BeatAt < silentSince)))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ReadingState.Running).SetProperty(r => r.BeatAt, now), cancel);
        if (won == 0)
        {
            return;
        }

        var reading = await db.ReadingsOf().FirstAsync(r => r.Id == id, cancel);
        var file = await services.GetRequiredService<FileStore>().ReadAsync(reading.Sha256, cancel);
        try
        {
            var document = await documents.ReadAsync(file.Bytes, new Progress<ReadingProgress>(at => _ = AdvanceAsync(id, at)), cancel);
            var read = FichaReader.Read(document);
            var author = await db.People.AsNoTracking().FirstAsync(p => p.Id == reading.PersonId, cancel);
            var practice = Practice.Start(read.Form, author.Id, author.UnitId, clock.Now());
            practice.TakeReading(read.Answers, read.FilledOn, StoredReading.Of(read).ToJson(), reading.Sha256, reading.Name, author.Id, clock.Now());
            await using var both = await db.Database.BeginTransactionAsync(cancel);
            db.Practices.Add(practice);
            await db.SaveChangesAsync(cancel);
            reading.Finish(practice.Id);
            await db.SaveChangesAsync(cancel);
            await both.CommitAsync(cancel);
        }
        catch (Exception refusal) when (refusal is DocumentException or FormNotRecognisedException)
        {
            reading.Refuse(refusal.Message);
        }

        await db.SaveChangesAsync(cancel);
    }

    private async Task AdvanceAsync(int id, ReadingProgress at)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = clock.Now();
        await db.ReadingsOf().Where(r => r.Id == id && r.Page < at.Page)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Page, at.Page).SetProperty(r => r.Pages, at.Pages).SetProperty(r => r.BeatAt, now));
    }

    /// <summary>Says so to the person. When even that fails, the reading falls silent and is taken up again later.</summary>
    private async Task TryRefuseAsync(int id, CancellationToken cancel)
    {
        try
        {
            await RefuseAsync(id, "No pudimos leer el archivo. Inténtelo de nuevo o escriba la ficha a mano; ya quedó registrado.", cancel);
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
        left.ForEach(Ask);
    }
}
