namespace Acervo.Platform.Data;

/// <summary>What this node knows of how its database is, for its health answer and for the administrators.</summary>
public sealed class DatabaseState
{
    private int restarts;

    /// <summary>How often the private PostgreSQL died and was started again since the program started.</summary>
    public int Restarts => Volatile.Read(ref restarts);

    public DateTime? LastRestart { get; private set; }

    public void NoteRestart(DateTime at)
    {
        LastRestart = at;
        Interlocked.Increment(ref restarts);
    }
}
