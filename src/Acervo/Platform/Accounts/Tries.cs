using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Acervo.Platform.Accounts;

/// <summary>
/// Counts failed tries over the last minutes in one place for all nodes. A try is taken before it is judged, so that a hundred at once are no
/// way round; refused tries are not counted, so that nobody can prolong somebody else's wait. An address has one count for each door (sign-in, code,
/// recovery), so that strangers who ask for recovery letters do not keep the rest of their office out. Browsers that are known have counts of their own.
/// </summary>
public sealed class Tries(AppDb db, IOptions<AccountsSettings> settings, TimeProvider clock)
{
    private AccountsSettings Limits => settings.Value;

    /// <summary>Takes a try for a named thing (an address of mail, a person's code) and for the network address it comes from.</summary>
    /// <param name="what">The door, a colon and who knocks, as in <c>account:NAME@EXAMPLE.GOV.CO</c>.</param>
    /// <param name="from">Where it comes from.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The try, to be given back when it succeeds.</returns>
    /// <exception cref="RuleException">There were too many.</exception>
    public Task<Try> TakeAsync(string what, IPAddress? from, CancellationToken cancel) => TakeAsync(what, from, Limits.TriesPerAddress, cancel);

    /// <summary>The same where a network address may knock another number of times.</summary>
    public async Task<Try> TakeAsync(string what, IPAddress? from, int mostFrom, CancellationToken cancel)
    {
        var door = what[..(what.IndexOf(':', StringComparison.Ordinal) + 1)];
        var address = KeyOf($"address:{door}{Network(from)}");
        var taken = new Try(KeyOf(what), address, Now());
        if (!await TakeAsync(address, taken.At, mostFrom, cancel))
        {
            throw TooMany();
        }

        if (!await TakeAsync(taken.Account, taken.At, Limits.TriesPerAccount, cancel))
        {
            await GiveBackAsync(taken, cancel);
            throw TooMany();
        }

        return taken;
    }

    /// <summary>Takes a try where only one browser can knock: one that is known, or one in which the person is signed in.</summary>
    /// <param name="what">The door, a colon and the browser.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The try, to be given back when it succeeds.</returns>
    /// <exception cref="RuleException">There were too many.</exception>
    public async Task<Try> TakeAsync(string what, CancellationToken cancel)
    {
        var taken = new Try(KeyOf(what), null, Now());
        return await TakeAsync(taken.Account, taken.At, Limits.TriesPerAccount, cancel) ? taken : throw TooMany();
    }

    /// <summary>The try succeeded: the account starts afresh, the network address gets this one back.</summary>
    public async Task ForgiveAsync(Try taken, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"DELETE FROM app.tries WHERE key = {taken.Account}", cancel);
        if (taken.Address is not null)
        {
            await GiveBackAsync(taken, cancel);
        }
    }

    /// <summary>Forgets what is too old to count.</summary>
    public Task SweepAsync(CancellationToken cancel)
    {
        var since = Since(clock.GetUtcNow().UtcDateTime);
        return db.Database.ExecuteSqlAsync($"DELETE FROM app.tries WHERE NOT EXISTS (SELECT 1 FROM unnest(at) a WHERE a > {since})", cancel);
    }

    /// <summary>One try less for the network address: only one, for two may have been taken in the same instant.</summary>
    private Task GiveBackAsync(Try taken, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"""
            UPDATE app.tries SET at = at[:array_position(at, {taken.At}) - 1] || at[array_position(at, {taken.At}) + 1:] WHERE key = {taken.Address} AND
                {taken.At} = ANY(at)
            """, cancel);

    /// <summary>One statement, so that the row's lock makes the count exact however many come at once.</summary>
    private async Task<bool> TakeAsync(byte[] key, DateTime at, int most, CancellationToken cancel)
    {
        var since = Since(at);
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO app.tries AS t (key, at) VALUES ({key}, ARRAY[{at}])
            ON CONFLICT (key) DO UPDATE SET at = ARRAY(SELECT a FROM unnest(t.at) a WHERE a > {since}) || {at}
            WHERE (SELECT count(*) FROM unnest(t.at) a WHERE a > {since}) < {most}
            """, cancel) == 1;
    }

    private RuleException TooMany() => new($"Hubo demasiados intentos. Espere {Limits.TryMinutes} minutos y vuelva a intentarlo.");

    /// <summary>As exact as the database keeps it.</summary>
    private DateTime Now() => new(clock.GetUtcNow().Ticks / 10 * 10, DateTimeKind.Utc);

    private DateTime Since(DateTime at) => at.AddMinutes(-Limits.TryMinutes);

    private static byte[] KeyOf(string what) => SHA256.HashData(Encoding.UTF8.GetBytes(what));

    /// <summary>One household or office: the whole address in IPv4, the first half in IPv6.</summary>
    private static string Network(IPAddress? from)
    {
        if (from is null || from.IsIPv4MappedToIPv6 || from.AddressFamily == AddressFamily.InterNetwork)
        {
            return from?.MapToIPv4().ToString() ?? "";
        }

        return Convert.ToHexString(from.GetAddressBytes().AsSpan(0, 8));
    }
}

/// <summary>A try taken and not yet judged; without a network address where only one browser can knock.</summary>
public sealed record Try(byte[] Account, byte[]? Address, DateTime At);
