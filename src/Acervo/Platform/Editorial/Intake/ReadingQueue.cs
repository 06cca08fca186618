using Acervo.Platform.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.Intake;

/// <summary>
/// The documents that wait to be read: whose turn is next, who holds one and until when. One of each person is read at a time, and the person
/// who was served longest ago comes first, on however many nodes.
/// </summary>
internal sealed class ReadingQueue(AppDb db, TimeProvider clock)
{
    /// <summary>How long a reading stays with whoever took it after its last sign of life, which is given many times in it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private const int LockSpace = 4202002;

    /// <summary>The next document, marked as taken by the caller; null when none may be read now.</summary>
    public async Task<DocumentReading?> TakeAsync(CancellationToken cancel)
    {
        var (now, lapsed) = (clock.Now(), clock.Now() - Lease);
        await using var alone = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockSpace}, 0)", cancel);
        var taken = await db.Database.SqlQuery<int>($"""
            UPDATE app.readings SET state = 'Running', beat_at = {now}, tries = tries + 1, page = 0, pages = 0
            WHERE id = (
                SELECT r.id FROM app.readings r
                WHERE (r.state = 'Waiting' OR (r.state = 'Running' AND r.beat_at < {lapsed}))
                  AND NOT EXISTS (SELECT FROM app.readings held WHERE held.person_id = r.person_id AND held.state = 'Running' AND held.beat_at >= {lapsed})
                ORDER BY (SELECT max(served.beat_at) FROM app.readings served WHERE served.person_id = r.person_id AND served.state <> 'Waiting')
                    NULLS FIRST, r.id
                LIMIT 1)
            RETURNING id AS "Value"
            """).ToListAsync(cancel);
        await alone.CommitAsync(cancel);
        return taken.Count == 0 ? null : await db.ReadingsOf().AsNoTracking().FirstAsync(r => r.Id == taken[0], cancel);
    }

    /// <summary>A sign of life of whoever holds it; false when it was taken over meanwhile.</summary>
    public async Task<bool> BeatAsync(DocumentReading mine, CancellationToken cancel)
    {
        var now = clock.Now();
        return await Held(mine).ExecuteUpdateAsync(set => set.SetProperty(r => r.BeatAt, now), cancel) > 0;
    }

    /// <summary>How far it is, for the page that waits.</summary>
    public Task AdvanceAsync(DocumentReading mine, int page, int pages, CancellationToken cancel) =>
        Held(mine).Where(r => r.Page < page || r.Pages == 0)
        .ExecuteUpdateAsync(set => set.SetProperty(r => r.Page, page).SetProperty(r => r.Pages, pages), cancel);

    /// <summary>The ficha and the end of its reading are one act; a reader whose turn was taken over meanwhile leaves nothing.</summary>
    public async Task FinishAsync(DocumentReading mine, Dossier dossier, CancellationToken cancel)
    {
        var now = clock.Now();
        await using var both = await db.Database.BeginTransactionAsync(cancel);
        db.Dossiers.Add(dossier);
        await db.SaveChangesAsync(cancel);
        if (await Held(mine).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ReadingState.Done).SetProperty(r => r.DossierId, dossier.Id)
            .SetProperty(r => r.BeatAt, now), cancel) > 0)
        {
            await both.CommitAsync(cancel);
        }
    }

    public Task RefuseAsync(DocumentReading mine, string sentence, CancellationToken cancel)
    {
        var now = clock.Now();
        return Held(mine).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ReadingState.Refused).SetProperty(r => r.Refusal, sentence)
            .SetProperty(r => r.BeatAt, now), cancel);
    }

    /// <summary>How many documents are before this one: those of others whose turn comes first, and one's own that were sent before.</summary>
    public async Task<int> AheadOfAsync(DocumentReading waiting, CancellationToken cancel) => await db.Database.SqlQuery<int>($"""
        WITH line AS (SELECT id, row_number() OVER (PARTITION BY person_id ORDER BY id) AS place FROM app.readings WHERE state IN ('Waiting', 'Running'))
        SELECT count(*)::int AS "Value" FROM line, line mine WHERE mine.id = {waiting.Id} AND (line.place, line.id) < (mine.place, mine.id)
        """).SingleAsync(cancel);

    /// <summary>The row, as long as the caller is the one who holds it.</summary>
    private IQueryable<DocumentReading> Held(DocumentReading mine) =>
        db.ReadingsOf().Where(r => r.Id == mine.Id && r.State == ReadingState.Running && r.Tries == mine.Tries);
}
