using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Mail;

/// <summary>Table <c>app.outbox</c> as the postman handles it: leases by the database's clock, so that nodes never send the same letter at once.</summary>
public sealed class OutboxShelf(AppDb db)
{
    public const int MostTries = 5;

    /// <summary>Why a letter was given up without a try, as its page says.</summary>
    public const string Expired = "Venció antes de poder enviarse.";

    /// <summary>The next letter that is due, leased to the caller and its try counted; null when there is none.</summary>
    public async Task<WaitingLetter?> LeaseAsync(CancellationToken cancel)
    {
        var leased = await db.Database.SqlQuery<WaitingLetter>($"""
            UPDATE app.outbox SET tries = tries + 1, leased_until = now() + interval '3 minutes'
            WHERE id = (SELECT id FROM app.outbox
                        WHERE sent_at IS NULL AND dead_at IS NULL AND tries < {MostTries} AND next_try_at <= now() AND stored_at + good_for > now()
                          AND (leased_until IS NULL OR leased_until < now())
                        ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id AS "Id", to_address AS "ToAddress", subject AS "Subject", body AS "Body", message_id AS "MessageId", tries AS "Tries",
                      created_at AS "WrittenAt", site AS "Site"
            """).ToListAsync(cancel);
        return leased is [var letter] ? letter : null;
    }

    public Task SentAsync(WaitingLetter letter, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"UPDATE app.outbox SET sent_at = now(), leased_until = NULL, last_error = NULL WHERE id = {letter.Id}", cancel);

    /// <summary>Puts it back for a later try, each time later (2, 8, 32, 128 minutes), or gives it up.</summary>
    public Task FailedAsync(WaitingLetter letter, string reason, bool forGood, CancellationToken cancel)
    {
        var wait = TimeSpan.FromMinutes(2 * Math.Pow(4, letter.Tries - 1));
        var isDead = forGood || letter.Tries >= MostTries;
        var why = LetterText.OneLine(reason, 500);
        return db.Database.ExecuteSqlAsync($"""
            UPDATE app.outbox SET leased_until = NULL, last_error = {why}, next_try_at = now() + {wait},
                   dead_at = CASE WHEN {isDead} THEN now() END
            WHERE id = {letter.Id} AND tries = {letter.Tries} AND sent_at IS NULL
            """, cancel);
    }

    /// <summary>Gives up letters whose last try never came to an end.</summary>
    public Task BuryInterruptedAsync(CancellationToken cancel) => db.Database.ExecuteSqlAsync($"""
        UPDATE app.outbox SET dead_at = now(), leased_until = NULL, last_error = coalesce(last_error, 'El envío se interrumpió cada vez.')
        WHERE sent_at IS NULL AND dead_at IS NULL AND tries >= {MostTries} AND (leased_until IS NULL OR leased_until < now())
        """, cancel);

    /// <summary>Gives up what would arrive too late: a link that no longer opens, news that everybody has seen.</summary>
    public Task BuryExpiredAsync(CancellationToken cancel) => db.Database.ExecuteSqlAsync($"""
        UPDATE app.outbox SET dead_at = now(), leased_until = NULL, last_error = {Expired}
        WHERE sent_at IS NULL AND dead_at IS NULL AND stored_at + good_for <= now() AND (leased_until IS NULL OR leased_until < now())
        """, cancel);

    /// <summary>Gives a letter its tries back.</summary>
    /// <exception cref="RuleException">It would arrive too late.</exception>
    public async Task RetryAsync(long id, CancellationToken cancel)
    {
        var given = await db.Database.ExecuteSqlAsync(
            $"UPDATE app.outbox SET tries = 0, dead_at = NULL, next_try_at = now() WHERE id = {id} AND sent_at IS NULL AND stored_at + good_for > now()", cancel);
        if (given == 0)
        {
            throw new RuleException("Este correo ya salió o ya venció. Lo que venció no se envía: pida de nuevo el enlace, o repita el aviso desde su página.");
        }
    }
}

/// <summary>A letter in the postman's hands.</summary>
public sealed record WaitingLetter(long Id, string ToAddress, string Subject, string Body, string MessageId, int Tries, DateTime WrittenAt, string Site)
{
    /// <summary>The text with its links on the address that the site has now.</summary>
    public string BodyOn(string root) => Site.Length == 0 || Site == root ? Body : Body.Replace(Site + "/", root + "/", StringComparison.Ordinal);
}
