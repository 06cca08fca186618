using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Acervo.Platform.Files;
using Acervo.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Publications;

/// <summary>The act of making public, and of taking back: one transaction that every module shares.</summary>
public sealed class Publisher(AppDb db, FileStore files)
{
    private const long LockKey = 4_202_000_1315;

    /// <summary>Stores the files of what is about to be published. To be called before the transaction: from the first deed in it, every act of the site waits.</summary>
    public Task PrepareAsync(IReadOnlyList<PublicFile> copies, CancellationToken cancel = default) => files.PrepareAsync(copies, cancel);

    /// <summary>Writes the next version and puts the one before it aside. The caller holds the transaction and saves its own record in it.</summary>
    public async Task<Publication> PublishAsync(PublicationDraft draft, DateTime now, CancellationToken cancel = default)
    {
        await TakeTurnAsync(cancel);
        var latest = await db.Publications.Where(p => p.Kind == draft.Kind && p.Item == draft.Item)
            .OrderByDescending(p => p.Version).FirstOrDefaultAsync(cancel);
        latest?.Supersede();
        await db.SaveChangesAsync(cancel);
        if (latest is not null && latest.Slug != draft.Slug)
        {
            await MoveAsync(draft, latest.Slug, cancel);
        }

        var publication = new Publication
        {
            Kind = draft.Kind,
            Item = draft.Item,
            Version = (latest?.Version ?? 0) + 1,
            Slug = draft.Slug,
            Title = draft.Title,
            Summary = draft.Summary,
            Organisation = draft.Organisation,
            Body = draft.Body,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(draft.Body))),
            Html = draft.Html,
            Facts = draft.Facts,
            Contents = draft.Contents,
            Plain = draft.Plain,
            Facets = JsonSerializer.Serialize(draft.Facets, JsonSerializerOptions.Web),
            ChangeNote = draft.ChangeNote,
            PublishedAt = now,
            FirstAt = latest?.FirstAt ?? now,
            Adapts = draft.Adapts,
            ReuseCount = latest?.ReuseCount ?? 0,
        };
        db.Publications.Add(publication);
        await db.SaveChangesAsync(cancel);
        await files.PublishAsync(publication.Id, draft.Files, cancel);
        await db.Database.ExecuteSqlAsync($"SELECT site.index_publications(ARRAY[{publication.Id}]::bigint[])", cancel);
        await CountReuseAsync(draft.Kind, [latest?.Adapts, draft.Adapts, draft.Item], cancel);
        return publication;
    }

    /// <summary>Turns the version in force into a tombstone that says why.</summary>
    public async Task WithdrawAsync(string kind, int item, string reason, DateTime now, CancellationToken cancel = default)
    {
        await TakeTurnAsync(cancel);
        var current = await db.Publications.Where(p => p.Kind == kind && p.Item == item && p.State == PublicationState.Current).OneAsync(cancel);
        current.Withdraw(PersonalData.Redact(reason), now);
        // The versions before it go too, for good: a later republication does not bring them back.
        foreach (var old in await db.Publications.Where(p => p.Kind == kind && p.Item == item && p.State == PublicationState.Superseded && p.WithdrawnAt == null).ToListAsync(cancel))
        {
            old.WithdrawOld(PersonalData.Redact(reason), now);
        }

        await db.SaveChangesAsync(cancel);
        await CountReuseAsync(kind, [current.Adapts], cancel);
    }

    /// <summary>
    /// One act at a time, to the end of the caller's transaction and before anything else in it is locked: all of them count the words of the
    /// site and then write into the trail, and two that met there in different order would end each other.
    /// </summary>
    private Task TakeTurnAsync(CancellationToken cancel) => db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockKey})", cancel);

    /// <summary>Counts anew how many publications in force adapt these items.</summary>
    private async Task CountReuseAsync(string kind, int?[] items, CancellationToken cancel)
    {
        int[] known = [.. items.OfType<int>().Distinct()];
        await db.Database.ExecuteSqlAsync($"""
            UPDATE site.publications p SET reuse_count = used.n
            FROM (SELECT i.item, count(u.id)::integer AS n FROM unnest({known}) AS i (item)
                  LEFT JOIN site.publications u ON u.kind = {kind} AND u.state = 'current' AND u.adapts = i.item GROUP BY i.item) used
            WHERE p.kind = {kind} AND p.state = 'current' AND p.item = used.item AND p.reuse_count <> used.n
            """, cancel);
    }

    /// <summary>
    /// The address for a title: the one it has while the title says the same, another when an amendment changes it, and then the old one
    /// redirects for good. To be called inside the transaction that publishes.
    /// </summary>
    public async Task<string> SlugForAsync(string kind, int item, string title, CancellationToken cancel = default)
    {
        var latest = await db.Publications.AsNoTracking().Where(p => p.Kind == kind && p.Item == item).OrderByDescending(p => p.Version)
            .Select(p => new { p.Slug, p.Title }).FirstOrDefaultAsync(cancel);
        return latest is not null && Slug.Of(latest.Title) == Slug.Of(title) ? latest.Slug : await FreeSlugAsync(kind, item, Slug.Of(title), cancel);
    }

    /// <summary>An address nobody else has or had: the wanted one, or the same with a number.</summary>
    public async Task<string> FreeSlugAsync(string kind, int item, string wanted, CancellationToken cancel = default)
    {
        // Two of the same name at once would find the same address free; the lock lasts as long as the caller's transaction.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({"slug " + kind}))", cancel);
        // By equality and a few at a time: an index answers that among any number, whatever else begins with the same word.
        var (first, count) = (1, 10);
        while (true)
        {
            string[] candidates = [.. Enumerable.Range(first, count).Select(n => n == 1 ? wanted : $"{wanted}-{n}")];
            var taken = await db.Publications.Where(p => p.Kind == kind && p.Item != item && candidates.Contains(p.Slug)).Select(p => p.Slug)
                .Union(db.OldSlugs.Where(old => old.Kind == kind && old.Item != item && candidates.Contains(old.Slug)).Select(old => old.Slug))
                .ToListAsync(cancel);
            if (candidates.FirstOrDefault(slug => !taken.Contains(slug)) is { } free)
            {
                return free;
            }

            (first, count) = (first + count, count * 10);
        }
    }

    /// <summary>The address of before leads here from now on; one that the item takes up again leads nowhere else.</summary>
    private async Task MoveAsync(PublicationDraft draft, string before, CancellationToken cancel)
    {
        await db.OldSlugs.Where(old => old.Kind == draft.Kind && old.Item == draft.Item && old.Slug == draft.Slug).ExecuteDeleteAsync(cancel);
        await db.Database.ExecuteSqlAsync($"INSERT INTO site.old_slugs (kind, slug, item) VALUES ({draft.Kind}, {before}, {draft.Item}) ON CONFLICT DO NOTHING", cancel);
    }
}
