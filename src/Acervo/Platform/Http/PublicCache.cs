using System.Collections.Concurrent;
using Acervo.Platform.Calendar;

namespace Acervo.Platform.Http;

/// <summary>
/// The public answers of this node, whole and ready to send. Everything is dropped when something is published or withdrawn, so an
/// answer can only be as old as the last change; one that names what opens or closes is dropped at that moment. Switched off with <c>Cache:Pages=false</c>.
/// </summary>
public sealed class PublicCache(IConfiguration configuration, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, CachedAnswer> answers = new(StringComparer.Ordinal);

    private readonly long limit = configuration.GetValue("Cache:Megabytes", 64) * 1024L * 1024L;

    private long size;

    private int generation;

    public bool IsOn { get; } = configuration.GetValue("Cache:Pages", defaultValue: true);

    private readonly int shared = configuration.GetValue("Cache:SharedSeconds", 5);

    /// <summary>Changes when the cache is dropped: an answer begun before is not kept after.</summary>
    public int Generation => Volatile.Read(ref generation);

    public int Count => answers.Count;

    /// <summary>
    /// What shared caches and browsers are told: a CDN keeps it for as long as a withdrawal may take, and never longer than it is true; a browser
    /// asks each time.
    /// </summary>
    public string ControlOf(GoodUntil? until)
    {
        var seconds = until?.Moment is { } moment ? (int)Math.Clamp((moment - clock.Now()).TotalSeconds, 0, shared) : shared;
        return $"public, max-age=0, s-maxage={seconds}, must-revalidate";
    }

    public CachedAnswer? Find(string key)
    {
        if (!answers.TryGetValue(key, out var answer))
        {
            return null;
        }

        if (answer.Until?.Moment <= clock.Now())
        {
            Drop(key, answer);
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
            Drop(key, answer);
        }
    }

    private void Drop(string key, CachedAnswer answer)
    {
        if (answers.TryRemove(KeyValuePair.Create(key, answer)))
        {
            Interlocked.Add(ref size, -answer.Size);
        }
    }
}
