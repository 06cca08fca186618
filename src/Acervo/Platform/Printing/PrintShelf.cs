using System.Collections.Concurrent;

namespace Acervo.Platform.Printing;

/// <summary>
/// What is drawn once and kept under a key that says everything it shows; one is drawn at a time, few wait, and what failed is not tried again at
/// once, so that nobody can make the machine draw a hundred.
/// </summary>
/// <param name="folder">Where the data of this node is.</param>
/// <param name="extension">Of the files, and the name of their folder.</param>
/// <param name="words">What is said to whoever is sent away.</param>
/// <param name="clock">The time.</param>
internal sealed class PrintShelf(DataFolder folder, string extension, PrintWords words, TimeProvider clock) : IDisposable
{
    /// <summary>Those that may be under way or waiting; whoever asks for one of them waits with it.</summary>
    public const int Most = 6;

    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> printing = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, DateTimeOffset> failed = new(StringComparer.Ordinal);

    private readonly SemaphoreSlim turn = new(1, 1);

    private string Root => folder.PathOf(extension);

    /// <summary>Where it is kept, made now if it never was.</summary>
    /// <param name="thing">What it is a print of: an older print of the same thing is thrown away.</param>
    /// <param name="key">The hash of everything it shows.</param>
    /// <param name="make">Makes it at a path, or throws.</param>
    /// <param name="cancel">The reader went away; the work goes on for the next.</param>
    /// <exception cref="PrinterBusyException">Too many wait, or the same one failed a moment ago.</exception>
    public Task<string> KeepAsync(string thing, string key, Func<string, Task> make, CancellationToken cancel)
    {
        var kept = Path.Combine(Root, $"{thing}.{key}.{extension}");
        if (File.Exists(kept))
        {
            return Task.FromResult(kept);
        }

        if (printing.TryGetValue(kept, out var begun))
        {
            return begun.Value.WaitAsync(cancel);
        }

        if (failed.TryGetValue(kept, out var at) && clock.GetUtcNow() - at < Pause)
        {
            throw new PrinterBusyException(words.Failed, Pause);
        }

        if (printing.Count >= Most)
        {
            throw new PrinterBusyException(words.Crowded, Pause / 2);
        }

        return printing.GetOrAdd(kept, file => new(() => Task.Run(() => MakeAsync(thing, file, make), CancellationToken.None))).Value.WaitAsync(cancel);
    }

    public void Dispose() => turn.Dispose();

    private async Task<string> MakeAsync(string thing, string kept, Func<string, Task> make)
    {
        await turn.WaitAsync();
        failed[kept] = clock.GetUtcNow();
        try
        {
            Directory.CreateDirectory(Root);
            await make(kept);
            failed.TryRemove(kept, out _);
            Forget(thing, kept);
            return kept;
        }
        finally
        {
            printing.TryRemove(kept, out _);
            turn.Release();
        }
    }

    private void Forget(string thing, string kept)
    {
        foreach (var old in Directory.EnumerateFiles(Root, $"{thing}.*").Where(file => file != kept))
        {
            File.Delete(old);
        }

        foreach (var (key, at) in failed.Where(one => clock.GetUtcNow() - one.Value > Pause))
        {
            failed.TryRemove(KeyValuePair.Create(key, at));
        }
    }
}

/// <summary>What is said to whoever asks for what failed a moment ago, and to whoever finds too many waiting.</summary>
internal sealed record PrintWords(string Failed, string Crowded);
