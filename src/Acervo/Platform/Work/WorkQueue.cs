using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Work;

/// <summary>
/// The work that waits: whose turn is next, who holds one and until when, by the clock of the database. One of each person is done at a time, and the
/// person who was served longest ago comes first, on however many nodes.
/// </summary>
internal sealed class WorkQueue(AppDb db, WorkKinds kinds)
{
    /// <summary>How long it stays with whoever took it after the last sign of life, which is given many times in it.</summary>
    public const int LeaseSeconds = 30;

    private const int LockSpace = 4202003;

    /// <summary>
    /// The next work, marked as taken by the caller; null when none may be done now. The row is locked where its state is looked at: one that somebody
    /// stops or ends at this very moment is passed over, and nobody waits for it.
    /// </summary>
    public async Task<WorkItem?> TakeAsync(CancellationToken cancel)
    {
        await using var alone = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockSpace}, 0)", cancel);
        var taken = await db.Database.SqlQuery<long>($"""
            UPDATE app.work SET state = 'Running', turn = turn + 1, tries = tries + 1, ended_at = NULL, started_at = coalesce(started_at, clock_timestamp()),
                lease_until = clock_timestamp() + make_interval(secs => {LeaseSeconds})
            WHERE id = (
                SELECT w.id FROM app.work w
                WHERE w.kind = ANY ({kinds.All.ToArray()}) AND coalesce(w.not_before <= clock_timestamp(), true)
                  AND (w.state = 'Waiting' OR (w.state = 'Running' AND w.lease_until < clock_timestamp()))
                  AND NOT EXISTS (SELECT FROM app.work held WHERE held.person_id = w.person_id AND held.state = 'Running'
                    AND held.lease_until >= clock_timestamp())
                ORDER BY (SELECT max(served.lease_until) FROM app.work served WHERE served.person_id = w.person_id) NULLS FIRST, w.id
                LIMIT 1 FOR UPDATE OF w SKIP LOCKED)
            RETURNING id AS "Value"
            """).ToListAsync(cancel);
        await alone.CommitAsync(cancel);
        return taken.Count == 0 ? null : await db.Set<WorkItem>().AsNoTracking().FirstAsync(work => work.Id == taken[0], cancel);
    }

    /// <summary>A sign of life of whoever holds it; false when it was taken over or cancelled meanwhile.</summary>
    public async Task<bool> BeatAsync(WorkItem mine, CancellationToken cancel) => await db.Database.ExecuteSqlAsync($"""
        UPDATE app.work SET lease_until = clock_timestamp() + make_interval(secs => {LeaseSeconds})
        WHERE id = {mine.Id} AND turn = {mine.Turn} AND state = 'Running'
        """, cancel) > 0;

    /// <summary>How far it is within a slice, for whoever looks. What is told late does not go back.</summary>
    public Task TellAsync(WorkItem mine, int done, int of, CancellationToken cancel) => db.Database.ExecuteSqlAsync($"""
        UPDATE app.work SET done = {done}, total = {of} WHERE id = {mine.Id} AND turn = {mine.Turn} AND state = 'Running' AND (done < {done} OR total <> {of})
        """, cancel);

    /// <summary>How many works are before this one: those of others whose turn comes first, and one's own that were asked for before.</summary>
    public async Task<int> AheadOfAsync(WorkItem waiting, CancellationToken cancel) => await db.Database.SqlQuery<int>($"""
        WITH line AS (SELECT id, row_number() OVER (PARTITION BY person_id ORDER BY id) AS place FROM app.work WHERE state IN ('Waiting', 'Running'))
        SELECT count(*)::int AS "Value" FROM line, line mine WHERE mine.id = {waiting.Id} AND (line.place, line.id) < (mine.place, mine.id)
        """).SingleAsync(cancel);

    /// <summary>How far it is, in the transaction of the slice; false when the slice must not be committed, because it is no longer the caller's.</summary>
    public async Task<bool> AdvanceAsync(WorkItem mine, Slice slice, CancellationToken cancel)
    {
        var state = (slice.IsOver ? WorkState.Done : WorkState.Running).ToString();
        return await db.Database.ExecuteSqlAsync($"""
            UPDATE app.work SET last_row = {slice.LastRow}, done = done + {slice.Done}, tries = 0, state = {state},
                ended_at = CASE WHEN {slice.IsOver} THEN clock_timestamp() END
            WHERE id = {mine.Id} AND turn = {mine.Turn} AND state = 'Running'
            """, cancel) > 0;
    }

    public Task RefuseAsync(WorkItem mine, string sentence, CancellationToken cancel) => db.Database.ExecuteSqlAsync($"""
        UPDATE app.work SET state = 'Refused', refusal = {sentence}, ended_at = clock_timestamp()
        WHERE id = {mine.Id} AND turn = {mine.Turn} AND state = 'Running'
        """, cancel);

    /// <summary>Puts it back for anybody to take up, after a while.</summary>
    public Task LetGoAsync(WorkItem mine, TimeSpan rest, CancellationToken cancel) => db.Database.ExecuteSqlAsync($"""
        UPDATE app.work SET state = 'Waiting', not_before = clock_timestamp() + {rest} WHERE id = {mine.Id} AND turn = {mine.Turn} AND state = 'Running'
        """, cancel);
}
