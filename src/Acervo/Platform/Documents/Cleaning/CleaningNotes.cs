namespace Acervo.Platform.Documents.Cleaning;

/// <summary>What has been taken out so far: each thing once, with how many there were.</summary>
internal sealed class CleaningNotes
{
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

    public IReadOnlyList<string> Sentences =>
        [.. counts.Select(note => note.Value > 1 ? $"Se retira de la copia pública: {note.Key} ({note.Value})." : $"Se retira de la copia pública: {note.Key}.")];
}
