using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Acervo.Platform.Accounts.Keys;

/// <summary>The key ring's shelf: table <c>app.data_protection_keys</c>. The framework asks for it without <c>async</c>.</summary>
public sealed class PostgresKeys(DatabaseConnections connections) : IXmlRepository, IAsyncDisposable
{
    private readonly NpgsqlDataSource source = DatabaseConnections.SourceOf(connections.App);

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = source.CreateCommand("SELECT xml FROM app.data_protection_keys ORDER BY added_at, name");
        using var rows = command.ExecuteReader();
        List<XElement> elements = [];
        while (rows.Read())
        {
            elements.Add(XElement.Parse(rows.GetString(0)));
        }

        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = source.CreateCommand("INSERT INTO app.data_protection_keys (name, xml) VALUES ($1, $2)");
        command.Parameters.Add(new NpgsqlParameter { Value = friendlyName });
        command.Parameters.Add(new NpgsqlParameter { Value = element.ToString(SaveOptions.DisableFormatting) });
        command.ExecuteNonQuery();
    }

    /// <summary>Runs an act of which only one node may be in the middle.</summary>
    public async Task AloneAsync(Action act, CancellationToken cancel)
    {
        const long lockKey = 4_202_000_1313;
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var locked = new NpgsqlCommand($"SELECT pg_advisory_xact_lock({lockKey})", connection, transaction);
        await locked.ExecuteNonQueryAsync(cancel);
        act();
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
