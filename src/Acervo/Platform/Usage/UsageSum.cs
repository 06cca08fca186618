namespace Acervo.Platform.Usage;

/// <summary>The readings of one publication in a month by one channel, and the first day that has any.</summary>
public sealed record UsageSum(DateOnly Month, string Channel, long Count, DateOnly First);
