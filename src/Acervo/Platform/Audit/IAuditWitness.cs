using Npgsql;

namespace Acervo.Platform.Audit;

/// <summary>Compares what stands in the database, and is served or about to be, with what signed deeds say of it.</summary>
public interface IAuditWitness
{
    /// <summary>What the rows it asks for begin with: <c>publication</c> for <c>publication/15</c>.</summary>
    string Kind { get; }

    /// <summary>A Spanish sentence for each difference.</summary>
    /// <param name="connection">Sees the moment that is verified.</param>
    /// <param name="signed">The last that a signed deed said of each thing.</param>
    /// <param name="cancel">Gives up.</param>
    IAsyncEnumerable<string> CompareAsync(NpgsqlConnection connection, IReadOnlyDictionary<string, string> signed, CancellationToken cancel);
}
