namespace Acervo.Platform.Work;

/// <summary>Does one kind of long work, a slice at a time. A module registers it in its one file.</summary>
public abstract class Worker
{
    /// <summary>What is said of a work that failed again and again.</summary>
    public virtual string Broken => "El trabajo se detuvo por un error que ya quedó registrado. Lo que alcanzó a hacer se conserva; reanúdelo para que siga "
        + "desde ahí.";

    /// <summary>
    /// Does what takes long and changes nothing, before the transaction of the slice: no lock and no snapshot is held meanwhile. The same instance does
    /// the slice after it.
    /// </summary>
    /// <param name="work">The work.</param>
    /// <param name="tell">Tells, for whoever looks, how far it is: done, of how many.</param>
    /// <param name="cancel">Stops it, also when the work is stopped or taken over.</param>
    public virtual Task PrepareAsync(WorkItem work, Func<int, int, Task> tell, CancellationToken cancel) => Task.CompletedTask;

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
