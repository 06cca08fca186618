namespace Acervo.Platform.Audit;

/// <summary>Configuration section <c>Audit</c>.</summary>
public sealed class AuditSettings
{
    /// <summary>How long a sealer rests: new deeds are chained at most this often.</summary>
    public TimeSpan SealEvery { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often this node signs, outside the database, how far the chain has come.</summary>
    public TimeSpan CheckpointEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Copies of the other nodes' data folders, or of their checkpoint files, which a verification reads too.</summary>
    public List<string> Nodes { get; } = [];
}
