using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Acervo.Platform.Forms;
using Acervo.Platform.Reference;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Acervo.Modules.Practices.Bulk;

/// <summary>Sows a large number of invented, published practices: for measuring, and for trying the site at its full size.</summary>
public sealed class BulkSeeder(
    AppDb db, ReferenceLoader reference, FormCatalogue forms, DatabaseConnections connections, DeedWriter deeds, AuditReceipts receipts)
{
    private const int BatchSize = 500;

    private static readonly DateTime Joined = new(2020, 1, 2, 14, 0, 0, DateTimeKind.Utc);

    /// <summary>Sows and puts everything into the search index.</summary>
    public async Task SowAsync(int count, ulong seed, IProgress<BulkProgress> progress, CancellationToken cancel)
    {
        await reference.LoadAsync(cancel);
        var catalogues = await BulkCatalogues.ReadAsync(db, cancel);
        var people = new BulkPeople(
            await PersonAsync("siembra@example.gov.co", "Siembra de Prueba", Role.Contributor, cancel),
            await PersonAsync("revision@example.gov.co", "Revisión de Prueba", Role.Reviewer, cancel),
            await PersonAsync("publicacion@example.gov.co", "Publicación de Prueba", Role.Reviewer, cancel));
        var form = forms.InForce(PracticeKinds.Practice, new DateOnly(2026, 1, 1));
        await using var owner = DatabaseConnections.SourceOf(connections.Owner);
        using var index = new BulkIndex(owner);
        await using var connection = await index.OpenAsync(cancel);
        var ids = await ReserveAsync(connection, "app.dossiers", count, cancel);
        var publicationIds = await ReserveAsync(connection, "site.publications", count, cancel);
        await index.BeginAsync(cancel);
        try
        {
            await SowAsync(connection, index, publicationIds, i => BulkPractice.Invent(i, count, (int)ids[i], seed, form, catalogues, people), progress,
                cancel);
        }
        finally
        {
            await index.EndAsync(CancellationToken.None);
        }
    }

    private async Task SowAsync(
        NpgsqlConnection connection, BulkIndex index, long[] publicationIds, Func<int, BulkPractice> invent, IProgress<BulkProgress> progress,
        CancellationToken cancel)
    {
        var count = publicationIds.Length;
        var indexing = Task.CompletedTask;
        var inventing = InventAsync(0);
        for (var done = 0; done < count; done += BatchSize)
        {
            // While one batch is written and the one before is indexed, the next is invented.
            var batch = await inventing;
            inventing = InventAsync(done + BatchSize);
            var published = publicationIds[done..(done + batch.Length)];
            receipts.Keep(await BulkTables.WriteAsync(connection, batch, published, deeds, cancel));
            await indexing;
            indexing = index.AddAsync(published, batch, cancel);
            progress.Report(new BulkProgress(done + batch.Length, count));
        }

        await indexing;

        Task<BulkPractice[]> InventAsync(int from) => Task.Run(
            () =>
            {
                var batch = new BulkPractice[Math.Clamp(count - from, 0, BatchSize)];
                Parallel.For(0, batch.Length, i =>
                {
                    batch[i] = invent(from + i);
                    index.Count(batch[i]);
                });
                return batch;
            },
            cancel);
    }

    private async Task<int> PersonAsync(string email, string name, Role role, CancellationToken cancel)
    {
        if (await db.People.FirstOrDefaultAsync(person => person.Email == email, cancel) is { } known)
        {
            return known.Id;
        }

        var person = new Person { Email = email, NormalizedEmail = email.ToUpperInvariant(), Name = name, CreatedAt = Joined, SecurityStamp = "siembra" };
        person.Grant(role, null, by: null);
        db.People.Add(person);
        await db.SaveChangesAsync(cancel);
        return person.Id;
    }

    /// <summary>Takes numbers out of the table's sequence, so that whoever works meanwhile gets others.</summary>
    private static async Task<long[]> ReserveAsync(NpgsqlConnection connection, string table, int count, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"SELECT array_agg(nextval(pg_get_serial_sequence('{table}', 'id'))) FROM generate_series(1, {count})",
            connection);
        return (long[])(await command.ExecuteScalarAsync(cancel))!;
    }
}

/// <summary>How far the sowing has come.</summary>
public sealed record BulkProgress(int Done, int Of);
