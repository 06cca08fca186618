using System.Diagnostics;

namespace Acervo.Platform.Data;

/// <summary>
/// Who works with a private PostgreSQL: every program of ours holds a share of a file's lock, and whoever finds no other share at its end
/// stops the server. The system takes back the share of a program that was killed.
/// </summary>
internal sealed class PostgresUse(DataFolder folder)
{
    public const string TurnFile = "postgres.turn";

    public const string ShareFile = "postgres.share";

    /// <summary>A start may have to recover for long; somebody who leaves does not wait for it.</summary>
    private static readonly TimeSpan ToJoin = TimeSpan.FromSeconds(150);

    private static readonly TimeSpan ToLeave = TimeSpan.FromSeconds(5);

    private FileStream? share;

    /// <summary>How many of our own acts have the turn or wait for it.</summary>
    private int acting;

    /// <summary>Takes a share and starts the server: one program at a time.</summary>
    public Task JoinAsync(Func<Task> start, CancellationToken cancel) => InTurnAsync(
        () =>
        {
            share ??= new FileStream(folder.PathOf(ShareFile), FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
            return start();
        },
        cancel);

    /// <summary>Gives the share back; the last one stops the server. False when a server may still come up after that.</summary>
    public async Task<bool> LeaveAsync(Func<Task> stop)
    {
        if (share is null)
        {
            return true;
        }

        await using var turn = await TurnAsync(ToLeave, CancellationToken.None);
        await share.DisposeAsync();
        share = null;
        // Without a turn somebody else is starting the server, and will stop it; unless that is our own start, which the end overtook.
        await using var last = turn is null && Volatile.Read(ref acting) == 0 ? null : TryOpen(ShareFile);
        if (last is not null)
        {
            await stop();
        }

        return turn is not null;
    }

    /// <summary>Does something to the server that no two programs may do at once.</summary>
    public async Task InTurnAsync(Func<Task> act, CancellationToken cancel)
    {
        Interlocked.Increment(ref acting);
        try
        {
            await using var turn = await TurnAsync(ToJoin, cancel)
                ?? throw new RuleException($"Otro programa de Acervo lleva mucho tiempo arrancando la base de datos de {folder.Root}.");
            await act();
        }
        finally
        {
            Interlocked.Decrement(ref acting);
        }
    }

    private async Task<FileStream?> TurnAsync(TimeSpan patience, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            if (TryOpen(TurnFile) is { } turn)
            {
                return turn;
            }

            if (Stopwatch.GetElapsedTime(began) > patience)
            {
                return null;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancel);
        }
    }

    /// <summary>The file for ourselves alone; null while anybody else has it.</summary>
    private FileStream? TryOpen(string name)
    {
        try
        {
            return new FileStream(folder.PathOf(name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
