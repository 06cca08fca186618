using System.Data;
using Npgsql;

namespace Acervo.Platform.Audit;

/// <summary>
/// Reads the whole trail and says where it was tampered with: a deed edited, removed or invented, in the chain or not yet; the chain cut,
/// reordered, restamped or swapped; and what is served or about to be that is not what a signed deed says.
/// </summary>
public sealed class AuditVerifier(
    DatabaseConnections connections,
    AuditKey key,
    AuditCheckpoints checkpoints,
    AuditReceipts? receipts = null,
    AuditSettings? settings = null,
    IEnumerable<IAuditWitness>? witnesses = null)
{
    /// <summary>The verdict; what somebody altered outside the database is one too.</summary>
    /// <param name="progress">Told each row of the chain.</param>
    /// <param name="nodes">Copies of other nodes' data folders, or of their checkpoint files, besides those of the configuration.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<AuditVerdict> VerifyAsync(IProgress<long>? progress = null, IReadOnlyList<string>? nodes = null, CancellationToken cancel = default)
    {
        AuditEvidence evidence;
        try
        {
            evidence = AuditEvidence.Read(checkpoints, receipts, [.. settings?.Nodes ?? [], .. nodes ?? []]);
        }
        catch (RuleException altered)
        {
            return AuditVerdict.Broken(0, [altered.Message]);
        }

        await using var connection = new NpgsqlConnection(connections.App);
        await connection.OpenAsync(cancel);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        return await VerifyAsync(connection, evidence, progress, cancel);
    }

    /// <summary>The verdict on what a transaction sees.</summary>
    internal async Task<AuditVerdict> VerifyAsync(NpgsqlConnection connection, AuditEvidence evidence, IProgress<long>? progress, CancellationToken cancel)
    {
        var faults = new AuditFaults();
        await AuditTables.CheckAsync(connection, faults, cancel);
        var chain = new ChainReading(connection, key, faults);
        await chain.ReadChainAsync(evidence.Checkpoints, progress, cancel);
        if (faults.FirstSeq is null)
        {
            // Behind a broken link nothing can be told of what is not chained.
            await chain.ReadUnsealedAsync(cancel);
            await WitnessAsync(connection, chain, faults, cancel);
        }

        foreach (var lost in await AuditReceipts.MissingAsync(connection, evidence.Receipts, cancel))
        {
            faults.Add($"El acto {lost} quedó guardado y ya no está como se firmó: fue borrado o alterado, o se perdió al cambiar de servidor de datos.");
        }

        return faults.Sentences.Count > 0
            ? AuditVerdict.Broken(faults.FirstSeq ?? chain.LastSeq, faults.Sentences)
            : new AuditVerdict(
                true, chain.LastSeq, $"Bitácora íntegra: {chain.LastSeq} filas verificadas{Waiting(chain)}. Lo publicado es lo que se firmó.");
    }

    private static string Waiting(ChainReading chain) => chain.Unsealed > 0 ? $" y {chain.Unsealed} por sellar" : "";

    private async Task WitnessAsync(NpgsqlConnection connection, ChainReading chain, AuditFaults faults, CancellationToken cancel)
    {
        var all = witnesses?.ToList() ?? [];
        var signed = await new RowsReading(connection, faults).ReadAsync(chain.Carriers, all.Select(witness => witness.Kind), cancel);
        foreach (var witness in all)
        {
            await foreach (var sentence in witness.CompareAsync(connection, signed[witness.Kind], cancel))
            {
                faults.Add(sentence);
            }
        }
    }
}
