namespace Acervo.Platform.Usage;

/// <summary>One number that many add to at once without waiting for each other, until it is taken; nothing can be added to it afterwards.</summary>
internal sealed class UsageCell
{
    /// <summary>So far below nothing that no adding reaches it.</summary>
    private const long Taken = long.MinValue / 2;

    private long times;

    /// <summary>Whether it was added; what comes too late goes into another.</summary>
    public bool TryAdd() => Interlocked.Increment(ref times) > 0;

    public long Take() => Math.Max(0, Interlocked.Exchange(ref times, Taken));
}
