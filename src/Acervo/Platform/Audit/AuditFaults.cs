namespace Acervo.Platform.Audit;

/// <summary>What a verification found wrong, up to as many sentences as somebody would read.</summary>
internal sealed class AuditFaults
{
    private const int Most = 100;

    private readonly List<string> sentences = [];

    public IReadOnlyList<string> Sentences => sentences;

    /// <summary>The row of the chain where the first one is; null when none is in the chain.</summary>
    public long? FirstSeq { get; private set; }

    public void Add(string sentence)
    {
        if (sentences.Count < Most)
        {
            sentences.Add(sentence);
        }
    }

    public void AddAt(long seq, string sentence)
    {
        FirstSeq ??= seq;
        Add(sentence);
    }
}
