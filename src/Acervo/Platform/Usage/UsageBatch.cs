namespace Acervo.Platform.Usage;

/// <summary>What one run of a node counted for some seconds. The same node and sequence is the same batch, however often it is sent.</summary>
internal sealed record UsageBatch(Guid Node, long Sequence, IReadOnlyList<UsageCount> Counts);
