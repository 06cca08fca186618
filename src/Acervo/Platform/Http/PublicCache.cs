using System.Collections.Concurrent;

namespace Acervo.Platform.Http;

/// <summary>
/// The public answers of this node, whole and ready to send. Everything is dropped when something is published or withdrawn, so an
/// answer can only be as old as the last change. Switched off with <c>Cache:Pages=false</c>.
/// </summary>
public sealed class PublicCache(IConfiguration configuration, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, CachedAnswer> answers = new(StringComparer.Ordinal);

    private readonly long limit = configuration.GetValue("Cache:Megabytes", 64) * 1024L * 1024L;

    private long size;

    private int generation;

    public bool IsOn { get; } = configuration.GetValue("Cache:Pages", defaultValue: true);

    /// <summary>What shared caches and browsers are told: a CDN keeps it for as long as a withdrawal may take, a browser asks each time.</summary>
    public string Control { get; } = $"public, max-age=0, s-maxage={configuration.GetValue("Cache:SharedSeconds", 5)}, must-revalidate";

    /// <summary>Changes when the cache is dropped: an answer begun before is not kept after.</summary>
    public int Generation => Volatile.Read(ref generation);

    public int Count => answers.Count;

    public CachedAnswer? Find(string key)
    {
        if (!answers.TryGetValue(key, out var answer))
        {
            return null;
        }

        answer.LastUsed = clock.GetTimestamp();
        return answer;
    }

    /// <summary>Keeps an answer, unless the site changed while it was being made.</summary>
    public void Keep(string key, CachedAnswer answer, int since)
    {
        answer.LastUsed = clock.GetTimestamp();
        if (since != Generation || !answers.TryAdd(key, answer))
        {
            return;
        }

        if (since != Generation)
        {
            Clear();
        }
        else if (Interlocked.Add(ref size, answer.Size) > limit)
        {
            Trim();
        }
    }

    /// <summary>Drops everything.</summary>
    public void Clear()
    {
        Interlocked.Increment(ref generation);
        answers.Clear();
        Interlocked.Exchange(ref size, 0);
    }

    /// <summary>Lets go of the half that was asked for longest ago.</summary>
    private void Trim()
    {
        foreach (var (key, answer) in answers.OrderBy(pair => pair.Value.LastUsed).Take((answers.Count / 2) + 1).ToList())
        {
            if (answers.TryRemove(key, out _))
            {
                Interlocked.Add(ref size, -answer.Size);
            }
        }
    }
}
