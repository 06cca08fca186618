using Npgsql;

namespace Acervo.Platform.Audit;

/// <summary>Looks for what somebody hung on the tables of the trail: nothing may swallow or change a row on its way in, or hide it on its way out.</summary>
internal static class AuditTables
{
    private const string Sql = """
        WITH t AS (SELECT c.*, c.relname::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                   WHERE n.nspname = 'app' AND c.relname IN ('audit', 'audit_rows', 'audit_links'))
        SELECT name, 'un disparador', g.tgname::text FROM t JOIN pg_trigger g ON g.tgrelid = t.oid WHERE NOT g.tgisinternal
        UNION ALL SELECT name, 'una regla', r.rulename::text FROM t JOIN pg_rewrite r ON r.ev_class = t.oid WHERE t.relkind = 'r'
        UNION ALL SELECT name, 'una política de filas', coalesce(p.polname::text, 'sin nombre') FROM t LEFT JOIN pg_policy p ON p.polrelid = t.oid
            WHERE t.relrowsecurity OR p.polname IS NOT NULL
        UNION ALL SELECT name, 'otra forma que la de una tabla', relkind::text FROM t WHERE relkind <> 'r' OR relpersistence <> 'p'
        UNION ALL SELECT name, 'una tabla que hereda de ella', i.inhrelid::regclass::text FROM t JOIN pg_inherits i ON i.inhparent = t.oid
        UNION ALL SELECT name, 'permiso de cambiarla para', coalesce(a.grantee::regrole::text, '?') FROM t, aclexplode(t.relacl) a
            WHERE a.grantee <> t.relowner AND a.privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER')
        ORDER BY 1, 2, 3
        """;

    public static async Task CheckAsync(NpgsqlConnection connection, AuditFaults faults, CancellationToken cancel)
    {
        await using var query = new NpgsqlCommand(Sql, connection);
        await using var rows = await query.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            faults.Add($"La tabla app.{rows.GetString(0)} tiene {rows.GetString(1)} que el programa no puso: {rows.GetString(2)}.");
        }
    }
}
