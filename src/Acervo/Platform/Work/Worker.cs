namespace Acervo.Platform.Work;

/// <summary>Does one kind of long work, a slice at a time. A module registers it in its one file.</summary>
public abstract class Worker
{
    /// <summary>
    /// Does the next slice, after <see cref="WorkItem.LastRow"/>, in the transaction of the caller, who commits it with how far the work is. It is
    /// short: people's acts may wait for what it changes. A <see cref="RuleException"/> ends the work with its sentence.
    /// </summary>
    public abstract Task<Slice> WorkAsync(WorkItem work, CancellationToken cancel);
}

/// <summary>What one slice did.</summary>
/// <param name="LastRow">Where the next one begins.</param>
/// <param name="Done">How many things it did.</param>
/// <param name="IsOver">Whether nothing is left.</param>
public sealed record Slice(long LastRow, int Done, bool IsOver);

/// <summary>The kinds of work of the modules that are on: no other is taken.</summary>
public sealed record WorkKinds(List<string> All);
