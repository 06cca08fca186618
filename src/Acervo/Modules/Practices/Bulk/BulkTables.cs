using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Acervo.Platform.Audit;
using Acervo.Platform.Publications;
using Npgsql;
using NpgsqlTypes;

namespace Acervo.Modules.Practices.Bulk;

/// <summary>Puts invented practices into their tables by binary COPY, many at a time.</summary>
internal static class BulkTables
{
    private const string Practices = """
        COPY app.dossiers (id, kind, form_code, form_version, title, author_id, unit_id, filled_on, answers, summary, goals, slug, published_version,
            created_at, edited_at,
            revision, stage, changed_at, round, submitted_at, reviewer_id, claimed_at, approved_by, approved_hash, signature, published_signature)
            FROM STDIN (FORMAT binary)
        """;

    private const string Publications = """
        COPY site.publications (id, kind, item, version, slug, state, title, summary, organisation, body, sha256, html, facts, contents, plain, facets,
            published_at, first_at, look_at, doubt_at)
            FROM STDIN (FORMAT binary)
        """;

    /// <returns>The deed of it, which signs each text; to be kept when it is committed.</returns>
    public static async Task<IReadOnlyList<AuditEntry>> WriteAsync(
        NpgsqlConnection connection, IReadOnlyList<BulkPractice> batch, long[] publicationIds, DeedWriter deeds, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using (var writer = await connection.BeginBinaryImportAsync(Practices, cancel))
        {
            foreach (var one in batch)
            {
                await WritePracticeAsync(writer, one, cancel);
            }

            await writer.CompleteAsync(cancel);
        }

        await using (var writer = await connection.BeginBinaryImportAsync(Publications, cancel))
        {
            for (var i = 0; i < batch.Count; i++)
            {
                await WritePublicationAsync(writer, batch[i], publicationIds[i], cancel);
            }

            await writer.CompleteAsync(cancel);
        }

        var sown = new Deed("dossier.sown", $"dossier/{batch[0].Id}", null, $"{batch.Count} fichas")
        {
            Rows = await ServedText.ReadAsync(connection, publicationIds, cancel),
        };
        var written = await deeds.WriteAsync(connection, [sown], cancel);
        await transaction.CommitAsync(cancel);
        return written;
    }

    private static async Task WritePracticeAsync(NpgsqlBinaryImporter to, BulkPractice one, CancellationToken cancel)
    {
        var (practice, state) = (one.Dossier, one.Dossier.Editorial);
        await to.StartRowAsync(cancel);
        await to.WriteAsync(one.Id, cancel);
        await to.WriteAsync(practice.Kind, cancel);
        await to.WriteAsync(practice.FormCode, cancel);
        await to.WriteAsync(practice.FormVersion, cancel);
        await to.WriteAsync(practice.Title, cancel);
        await to.WriteAsync(practice.AuthorId, cancel);
        await to.WriteAsync(practice.UnitId!.Value, cancel);
        await to.WriteAsync(practice.FilledOn!.Value, cancel);
        await to.WriteAsync(practice.Answers.ToJson(), NpgsqlDbType.Jsonb, cancel);
        await to.WriteAsync(practice.Summary, cancel);
        await to.WriteAsync(practice.Goals, cancel);
        await to.WriteAsync(practice.Slug, cancel);
        await to.WriteAsync(practice.PublishedVersion, cancel);
        await to.WriteAsync(practice.CreatedAt, cancel);
        await to.WriteAsync(practice.EditedAt, cancel);
        await to.WriteAsync(0, cancel);
        await to.WriteAsync(state.Stage.ToString(), cancel);
        await to.WriteAsync(state.ChangedAt, cancel);
        await to.WriteAsync(state.Round, cancel);
        await to.WriteAsync(state.SubmittedAt, cancel);
        await to.WriteAsync(state.ReviewerId, cancel);
        await to.WriteAsync(state.ClaimedAt, cancel);
        await to.WriteAsync(state.ApprovedBy, cancel);
        await to.WriteAsync(state.ApprovedHash, cancel);
        await to.WriteAsync(practice.Signature, cancel);
        await to.WriteAsync(practice.Signature, cancel);
    }

    private static async Task WritePublicationAsync(NpgsqlBinaryImporter to, BulkPractice one, long id, CancellationToken cancel)
    {
        var draft = one.Draft;
        await to.StartRowAsync(cancel);
        await to.WriteAsync(id, cancel);
        await to.WriteAsync(draft.Kind, cancel);
        await to.WriteAsync(draft.Item, cancel);
        await to.WriteAsync(1, cancel);
        await to.WriteAsync(draft.Slug, cancel);
        await to.WriteAsync("current", cancel);
        await to.WriteAsync(draft.Title, cancel);
        await to.WriteAsync(draft.Summary, cancel);
        await to.WriteAsync(draft.Organisation, cancel);
        await to.WriteAsync(draft.Body, cancel);
        await to.WriteAsync(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(draft.Body))), cancel);
        await to.WriteAsync(draft.Html, cancel);
        await to.WriteAsync(draft.Facts, cancel);
        await to.WriteAsync(draft.Contents, cancel);
        await to.WriteAsync(draft.Plain, cancel);
        await to.WriteAsync(JsonSerializer.Serialize(draft.Facets, JsonSerializerOptions.Web), NpgsqlDbType.Jsonb, cancel);
        await to.WriteAsync(one.PublishedAt, cancel);
        await to.WriteAsync(one.PublishedAt, cancel);
        await to.WriteAsync(draft.NextLook!.LookAt, cancel);
        await to.WriteAsync(draft.NextLook.DoubtAt, cancel);
    }
}
