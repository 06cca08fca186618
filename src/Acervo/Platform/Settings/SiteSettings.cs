using Acervo.Platform.Http;
using Acervo.Ui;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Acervo.Platform.Settings;

/// <summary>Reads and writes what administrators say of the site. Every node hears of a change and shows the site anew.</summary>
public sealed class SiteSettings(AppDb db, SiteFace face, PublicCache pages)
{
    public Task<SiteRecord> ReadAsync(CancellationToken cancel) => db.Set<SiteRecord>().SingleAsync(cancel);

    /// <exception cref="SettingException">One of the values cannot be.</exception>
    public async Task WriteAsync(SiteRecord record, IReadOnlyDictionary<string, string> values, int by, CancellationToken cancel)
    {
        // What the configuration fixes is not asked for, and stays written as it was.
        values = record.Values.Where(one => face.IsFixed(one.Key)).Concat(values).GroupBy(one => one.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal);
        face.With(values);
        record.Write(values, by);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.SaveChangesAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_notify('acervo_site', '')", cancel);
        await transaction.CommitAsync(cancel);
        face.Take(values);
        pages.Clear();
    }

    /// <summary>What is written now, for a node that starts or hears of a change.</summary>
    public static async Task ShowAsync(NpgsqlConnection connection, SiteFace face, ILogger log, CancellationToken cancel)
    {
        await using var query = new NpgsqlCommand("SELECT written::text FROM app.site_settings", connection);
        if (await query.ExecuteScalarAsync(cancel) is not string written)
        {
            return;
        }

        try
        {
            face.Take(SiteRecord.Read(written));
        }
        catch (SettingException refused)
        {
            // Written by an older program: the site goes on with what it has, and whoever opens the page of the site mends it.
            log.LogError(refused, "What is written of the site cannot be used.");
        }
    }
}
