using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Acervo.Platform.Files;
using Acervo.Platform.Search;
using Acervo.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Acervo.Platform.Publications;

/// <summary>The act of making public, and of taking back: one transaction that every module shares.</summary>
public sealed partial class Publisher(AppDb db, FileStore files, RelationKinds relations, IServiceProvider services)
{
    /// <summary>Stores the files of what is about to be published. To be called before the transaction, which should be short: it holds the address.</summary>
    public Task PrepareAsync(IReadOnlyList<PublicFile> copies, CancellationToken cancel = default) => files.PrepareAsync(copies, cancel);

    /// <summary>Writes the next version and puts the one before it aside. The caller holds the transaction and saves its own record in it.</summary>
    public async Task<Publication> PublishAsync(PublicationDraft draft, DateTime now, CancellationToken cancel = default)
    {
        if (draft.ClosesAt <= draft.OpensAt)
        {
            throw new RuleException("Cierra antes de abrir: la fecha de cierre debe ser posterior a la de apertura. Corrija una de las dos.");
        }

        var latest = await db.Publications.Where(p => p.Kind == draft.Kind && p.Item == draft.Item)
            .OrderByDescending(p => p.Version).FirstOrDefaultAsync(cancel);
        if (latest?.State == PublicationState.Current && FactsOf(draft.Kind) is { } old)
        {
            await old.SupersededAsync(latest, cancel);
        }

        if (latest is not null)
        {
            // By itself: two versions in force at once are refused, in whatever order one statement after the other would write them.
            latest.Supersede(now);
            await db.SaveChangesAsync(cancel);
            if (latest.Slug != draft.Slug)
            {
                await MoveAsync(draft, latest.Slug, cancel);
            }
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
            OpensAt = draft.OpensAt,
            ClosesAt = draft.ClosesAt,
            Language = draft.Language,
            IsByOne = draft.IsByOne,
        };
        publication.Ask(draft.NextLook);
        db.Publications.Add(publication);
        await db.SaveChangesAsync(cancel);
        await files.PublishAsync(publication.Id, draft.Files, cancel);
        await RelateAsync(publication, draft.Relations, cancel);
        await SearchIndexing.AddAsync((NpgsqlConnection)db.Database.GetDbConnection(), publication, draft, cancel);
        await SignAsync(publication, latest is null ? [publication.Id] : [latest.Id, publication.Id], cancel);
        await (FactsOf(draft.Kind)?.PublishedAsync(publication, draft, cancel) ?? Task.CompletedTask);
        return publication;
    }

    /// <summary>A second person stands by what one had published alone: from now on that is served too.</summary>
    public async Task ConfirmAsync(string kind, int item, DateTime now, CancellationToken cancel = default)
    {
        var current = await db.Publications.Where(p => p.Kind == kind && p.Item == item && p.State == PublicationState.Current).OneAsync(cancel);
        current.Confirm(now);
        await db.SaveChangesAsync(cancel);
        await AttestAsync([current.Id], cancel);
    }

    /// <summary>The deed of this act signs what is served from now on.</summary>
    private async Task AttestAsync(long[] ids, CancellationToken cancel) =>
        db.Attest(await ServedText.ReadAsync((NpgsqlConnection)db.Database.GetDbConnection(), ids, cancel));

    /// <summary>
    /// Signs what is served from now on, and nothing that a trigger changed on its way in. One question for both, for the transaction holds the address.
    /// </summary>
    private async Task SignAsync(Publication written, long[] ids, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection())
        {
            BatchCommands =
            {
                new("SELECT title, summary, body, html, facts, contents, plain FROM site.publications WHERE id = $1")
                {
                    Parameters = { new() { Value = written.Id } },
                },
                ServedText.Question(ids),
            },
        };
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        string[] mine = [written.Title, written.Summary, written.Body, written.Html, written.Facts, written.Contents, written.Plain];
        if (!await rows.ReadAsync(cancel) || Enumerable.Range(0, mine.Length).Any(at => rows.GetString(at) != mine[at]))
        {
            throw new RuleException(
                "La base de datos guardó otro texto que el que se iba a publicar, y por eso no se publicó. Avise a quien administra el sitio.");
        }

        await rows.NextResultAsync(cancel);
        db.Attest(await ServedText.ReadAsync(rows, cancel));
    }

    /// <summary>Writes what this version says of others, in one statement.</summary>
    private async Task RelateAsync(Publication version, IReadOnlyList<Relation> said, CancellationToken cancel)
    {
        if (said.Count == 0)
        {
            return;
        }

        string[] names = [.. said.Select(one => one.Name)], toKinds = [.. said.Select(one => one.ToKind)], notes = [.. said.Select(one => one.Note)];
        int[] items = [.. said.Select(one => one.ToItem)];
        DateOnly?[] days = [.. said.Select(one => one.Since)];
        bool[] reuses = [.. said.Select(one => relations.Of(one.Name).IsReuse)];
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO site.relations (from_kind, from_item, from_version, relation, to_kind, to_item, note, from_day, is_reuse)
            SELECT {version.Kind}, {version.Item}, {version.Version}, r.*
            FROM unnest({names}, {toKinds}, {items}, {notes}, {days}, {reuses}) r
            """, cancel);
    }

    /// <summary>What the module of a kind keeps beside; null when it keeps nothing.</summary>
    private PublicationFacts? FactsOf(string kind) => services.GetKeyedService<PublicationFacts>(kind);

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
        // By equality and a few at a time: an index answers that among any number, whatever else begins with the same word.
        var (first, count) = (1, 10);
        while (true)
        {
            string[] candidates = [.. Enumerable.Range(first, count).Select(n => n == 1 ? wanted : $"{wanted}-{n}")];
            var taken = await TakenAsync(kind, item, wanted, candidates, cancel);
            if (candidates.FirstOrDefault(slug => !taken.Contains(slug)) is { } free)
            {
                return free;
            }

            (first, count) = (first + count, count * 10);
        }
    }

    /// <summary>Those of some addresses that another item has or had.</summary>
    private async Task<IReadOnlySet<string>> TakenAsync(string kind, int item, string wanted, string[] candidates, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        // Two of the same name at once would find the same address free; the lock lasts as long as the caller's transaction. Other names do not wait.
        var family = wanted.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-');
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection())
        {
            BatchCommands =
            {
                new("SELECT pg_advisory_xact_lock(hashtext($1), hashtext($2))") { Parameters = { new() { Value = "slug " + kind }, new() { Value = family } } },
                new("""
                    SELECT slug FROM site.publications WHERE kind = $1 AND item <> $2 AND slug = ANY ($3)
                    UNION SELECT slug FROM site.old_slugs WHERE kind = $1 AND item <> $2 AND slug = ANY ($3)
                    """)
                {
                    Parameters = { new() { Value = kind }, new() { Value = item }, new() { Value = candidates } },
                },
            },
        };
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        await rows.NextResultAsync(cancel);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancel))
        {
            taken.Add(rows.GetString(0));
        }

        return taken;
    }

    /// <summary>The address of before leads here from now on; one that the item takes up again leads nowhere else.</summary>
    private async Task MoveAsync(PublicationDraft draft, string before, CancellationToken cancel)
    {
        await db.OldSlugs.Where(old => old.Kind == draft.Kind && old.Item == draft.Item && old.Slug == draft.Slug).ExecuteDeleteAsync(cancel);
        await db.Database.ExecuteSqlAsync($"INSERT INTO site.old_slugs (kind, slug, item) VALUES ({draft.Kind}, {before}, {draft.Item}) ON CONFLICT DO NOTHING",
            cancel);
    }
}
