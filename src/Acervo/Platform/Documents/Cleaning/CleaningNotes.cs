namespace Acervo.Platform.Documents.Cleaning;

/// <summary>What has been taken out so far: each thing once, with how many there were.</summary>
internal sealed class CleaningNotes
{
    private readonly List<string> warnings = [];
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Notes something that was taken out, for example «comentarios».</summary>
    public void Add(string what, int times = 1)
    {
        if (times > 0)
        {
            counts[what] = counts.GetValueOrDefault(what) + times;
        }
    }

    /// <summary>Notes something whose number says nothing to people.</summary>
    public void Mention(string what) => counts.TryAdd(what, 0);

    /// <summary>Tells, in a whole sentence, what a person must look at in the copy; it stands before what was taken out.</summary>
    public void Warn(string sentence) => warnings.Add(sentence);

    public IReadOnlyList<string> Sentences =>
        [.. warnings.Distinct(), .. counts.Select(note => note.Value > 1 ? $"Se retiró: {note.Key} ({note.Value})." : $"Se retiró: {note.Key}.")];
}
