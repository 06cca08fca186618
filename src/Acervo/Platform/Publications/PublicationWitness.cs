using System.Runtime.CompilerServices;
using Acervo.Platform.Audit;
using Npgsql;

namespace Acervo.Platform.Publications;

/// <summary>Tells what is served that is not what was published: texts, states, files and relations of schema <c>site</c>.</summary>
internal sealed class PublicationWitness : IAuditWitness
{
    private static readonly string ServedSql = $"SELECT p.id, p.title, p.version, {ServedText.Sql} FROM site.publications p ORDER BY p.id";

    private const string FilesSql = """
        SELECT coalesce((SELECT min(a.name) FROM site.attachments a WHERE a.sha256 = f.sha256), f.sha256) FROM site.files f
        CROSS JOIN LATERAL (SELECT coalesce(string_agg(c.bytes, ''::bytea ORDER BY c.n), ''::bytea) AS whole
            FROM site.file_chunks c WHERE c.sha256 = f.sha256) b
        WHERE encode(sha256(b.whole), 'hex') <> f.sha256 OR length(b.whole) <> f.size
        """;

    public string Kind => ServedText.Kind;

    public async IAsyncEnumerable<string> CompareAsync(
        NpgsqlConnection connection, IReadOnlyDictionary<string, string> signed, [EnumeratorCancellation] CancellationToken cancel)
    {
        var left = new HashSet<string>(signed.Keys, StringComparer.Ordinal);
        await using (var query = new NpgsqlCommand(ServedSql, connection) { CommandTimeout = 0 })
        {
            await using var rows = await query.ExecuteReaderAsync(cancel);
            while (await rows.ReadAsync(cancel))
            {
                var subject = $"{Kind}/{rows.GetInt64(0)}";
                left.Remove(subject);
                if (FaultOf(signed.GetValueOrDefault(subject), rows.GetString(3)) is { } fault)
                {
                    yield return $"«{rows.GetString(1)}», versión {rows.GetInt32(2)}: {fault}";
                }
            }
        }

        foreach (var subject in left.Order(StringComparer.Ordinal))
        {
            yield return $"Falta la publicación {subject.Split('/')[^1]}, que un acto firmado publicó.";
        }

        foreach (var shown in await ServedViews.FindAsync(connection, cancel))
        {
            yield return $"«{shown}»: lo que muestra el sitio no es lo que guarda la base de datos. Alguien cambió una vista por la que se lee.";
        }

        await foreach (var name in NamesAsync(connection, FilesSql, cancel))
        {
            yield return $"El archivo público «{name}» no tiene el contenido que dice su huella.";
        }
    }

    private static string? FaultOf(string? signed, string served) => signed switch
    {
        null => "está en el sitio sin que ningún acto firmado la haya publicado.",
        _ when signed == served => null,
        _ when signed.Split(' ')[0] != served.Split(' ')[0] => $"está como {Spanish(served)} y el último acto firmado la dejó como {Spanish(signed)}.",
        _ => "lo que se sirve no es lo que se publicó.",
    };

    private static string Spanish(string signed) => signed.Split(' ')[0] switch
    {
        "current" => "vigente",
        "superseded" => "reemplazada",
        "withdrawn" => "retirada",
        var other => other,
    };

    private static async IAsyncEnumerable<string> NamesAsync(NpgsqlConnection connection, string sql, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var query = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using var rows = await query.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            yield return rows.GetString(0);
        }
    }
}
