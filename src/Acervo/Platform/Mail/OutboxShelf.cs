using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Mail;

/// <summary>Table <c>app.outbox</c> as the postman handles it: leases by the database's clock, so that nodes never send the same letter at once.</summary>
public sealed class OutboxShelf(AppDb db)
{
    public const int MostTries = 5;

    /// <summary>
    /// How long the text of a letter that left, or was given up, is still shown to administrators; one that opens an account keeps it until its link ends.
    /// </summary>
    public static readonly TimeSpan KeepsText = TimeSpan.FromDays(90);

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
                        ORDER BY lane, next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id AS "Id", to_address AS "ToAddress", subject AS "Subject", body AS "Body", message_id AS "MessageId", tries AS "Tries",
                      created_at AS "WrittenAt", site AS "Site", unsubscribe AS "Unsubscribe", reply_to AS "ReplyTo"
            """).ToListAsync(cancel);
        return leased is [var letter] ? letter : null;
    }

    public Task SentAsync(WaitingLetter letter, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"UPDATE app.outbox SET sent_at = now(), leased_until = NULL, last_error = NULL WHERE id = {letter.Id}", cancel);

    /// <summary>Gives it back as if nobody had taken it: there was no server to try it on.</summary>
    public Task ReturnAsync(WaitingLetter letter, string reason, CancellationToken cancel)
    {
        var why = LetterText.OneLine(reason, 500);
        return db.Database.ExecuteSqlAsync(
            $"""
                UPDATE app.outbox SET leased_until = NULL, tries = tries - 1, last_error = {why} WHERE id = {letter.Id} AND tries = {letter.Tries} AND sent_at
                    IS NULL
                """, cancel);
    }

    /// <summary>What travels with it.</summary>
    public Task<List<LetterFile>> FilesAsync(WaitingLetter letter, CancellationToken cancel) =>
        db.Set<LetterFile>().AsNoTracking().Where(file => file.LetterId == letter.Id).OrderBy(file => file.Id).ToListAsync(cancel);

    /// <summary>Puts it back for a later try, each time later (2, 8, 32, 128 minutes), or gives it up.</summary>
    /// <param name="letter">The letter in hand.</param>
    /// <param name="reason">What is shown beside it.</param>
    /// <param name="forGood">Whether trying again makes no sense.</param>
    /// <param name="bounced">Whether the server refused it because of its address.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task FailedAsync(WaitingLetter letter, string reason, bool forGood, bool bounced, CancellationToken cancel)
    {
        var wait = TimeSpan.FromMinutes(2 * Math.Pow(4, letter.Tries - 1));
        var isDead = forGood || letter.Tries >= MostTries;
        var why = LetterText.OneLine(reason, 500);
        return db.Database.ExecuteSqlAsync($"""
            UPDATE app.outbox SET leased_until = NULL, last_error = {why}, next_try_at = now() + {wait},
                   dead_at = CASE WHEN {isDead} THEN now() END, bounced_at = CASE WHEN {bounced} THEN now() END
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

    /// <summary>Forgets what letters said that nobody needs to read any more, and their files. Returns how many letters.</summary>
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var swept = await db.Database.ExecuteSqlAsync($"""
            UPDATE app.outbox SET body = '', reply_to = '', swept_at = now()
            WHERE swept_at IS NULL AND coalesce(sent_at, dead_at) IS NOT NULL
              AND CASE WHEN kind = 'account' THEN stored_at + good_for ELSE coalesce(sent_at, dead_at) + {KeepsText} END <= now()
            """, cancel);
        await db.Database.ExecuteSqlAsync($"DELETE FROM app.outbox_files WHERE letter_id IN (SELECT id FROM app.outbox WHERE swept_at IS NOT NULL)", cancel);
        return swept;
    }

    /// <summary>The last letter to an address, if the server refused the address and no later one was taken.</summary>
    public async Task<Bounce?> BounceAsync(string address, CancellationToken cancel) => (await db.Database.SqlQuery<Bounce>($"""
        SELECT bounced.id AS "Letter", bounced.bounced_at AS "At" FROM app.outbox bounced
        WHERE bounced.to_address = {address} AND bounced.bounced_at IS NOT NULL
          AND NOT EXISTS (SELECT FROM app.outbox taken WHERE taken.to_address = {address} AND taken.sent_at > bounced.bounced_at)
        ORDER BY bounced.bounced_at DESC LIMIT 1
        """).ToListAsync(cancel)).SingleOrDefault();

    /// <summary>Gives a letter its tries back.</summary>
    /// <exception cref="RuleException">It would arrive too late.</exception>
    public async Task RetryAsync(long id, CancellationToken cancel)
    {
        var given = await db.Database.ExecuteSqlAsync(
            $"""
                UPDATE app.outbox SET tries = 0, dead_at = NULL, bounced_at = NULL, next_try_at = now() WHERE id = {id} AND sent_at IS NULL AND stored_at +
                    good_for > now()
                """, cancel);
        if (given == 0)
        {
            throw new RuleException("Este correo ya salió o ya venció. Lo que venció no se envía: pida de nuevo el enlace, o repita el aviso desde su página.");
        }
    }
}

/// <summary>A letter in the postman's hands.</summary>
public sealed record WaitingLetter(long Id, string ToAddress, string Subject, string Body, string MessageId, int Tries, DateTime WrittenAt, string Site,
    string Unsubscribe, string ReplyTo)
{
    /// <summary>The text with its links on the address that the site has now.</summary>
    public string BodyOn(string root) => On(Body, Site, root);

    public static string On(string text, string site, string root) =>
        site.Length == 0 || site == root ? text : text.Replace(site + "/", root + "/", StringComparison.Ordinal);
}
