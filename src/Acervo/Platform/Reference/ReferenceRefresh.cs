using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using Acervo.Platform.Calendar;
using Acervo.Platform.Search;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Acervo.Platform.Reference;

/// <summary>
/// What follows the schema at each start and migration: the catalogues of this program and what is derived from them, one node at a time. A
/// start with the same catalogues on the same day has nothing to do, and finds that out with one question.
/// </summary>
public sealed class ReferenceRefresh(AppDb db, ReferenceLoader loader, SynonymTable synonyms, DatabaseConnections connections, PrimaryFence fence,
    TimeProvider clock)
{
    private const long LockKey = 4_202_000_1313;

    private static readonly Lazy<string> Shipped = new(Fingerprint);

    public async Task RunAsync(CancellationToken cancel = default)
    {
        var state = $"{Shipped.Value} {clock.Today().ToString("O", CultureInfo.InvariantCulture)}";
        if (await IsDoneAsync(state, cancel))
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockKey})", cancel);
        await loader.LoadAsync(cancel);
        await synonyms.FillAsync(clock.Today(), cancel);
        await db.Database.ExecuteSqlAsync($"INSERT INTO app.reference_state (state) VALUES ({state}) ON CONFLICT (one) DO UPDATE SET state = excluded.state",
            cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task<bool> IsDoneAsync(string state, CancellationToken cancel)
    {
        await using var connection = await fence.OpenAsync(connections.App, cancel);
        await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT FROM app.reference_state WHERE state = $1)",
            connection)
        { Parameters = { new() { Value = state } } };
        return await command.ExecuteScalarAsync(cancel) is true;
    }

    /// <summary>The hash of every file of reference that is in the program.</summary>
    private static string Fingerprint()
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(ReferenceLoader.Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            hash.AppendData(SHA256.HashData(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
