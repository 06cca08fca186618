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
    public static async Task ShowAsync(NpgsqlConnection connection, SiteFace face, CancellationToken cancel)
    {
        await using var query = new NpgsqlCommand("SELECT written::text FROM app.site_settings", connection);
        if (await query.ExecuteScalarAsync(cancel) is string written)
        {
            face.Take(SiteRecord.Read(written));
        }
    }
}
