namespace Acervo.Platform.Documents;

/// <summary>What a file holds and nobody sees. It is read into no answer: everybody is told how many words, and only its author which.</summary>
public sealed record HiddenText(int Words, IReadOnlyList<HiddenPassage> Passages)
{
    private const int MostPassages = 60;
    private const int LongestPassage = 300;

    public static HiddenText? Join(HiddenText? one, HiddenText? other) => one is null || other is null ? one ?? other
        : new HiddenText(one.Words + other.Words, [.. one.Passages.Concat(other.Passages).Take(MostPassages)]);

    /// <summary>The passages that hold words, the first of them and the beginning of each; null when there are none.</summary>
    public static HiddenText? Of(IEnumerable<HiddenPassage> passages)
    {
        var told = passages.Select(passage => passage with { Text = passage.Text.Trim() }).Where(passage => passage.Text.Any(char.IsLetterOrDigit)).ToList();
        return told.Count == 0 ? null : new HiddenText(
            told.Sum(passage => passage.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length),
            [.. told.Take(MostPassages).Select(passage => passage with { Text = Short(passage.Text) })]);
    }

    /// <summary>How much there is, for everybody.</summary>
    public string Sentence() => $"Texto oculto: {(Words == 1 ? "1 palabra que no se ve" : $"{Words} palabras que no se ven")} en el documento y no se leyeron."
        + " Si deben estar en la ficha, hágalas visibles en el archivo y envíelo de nuevo.";

    private static string Short(string text) => text.Length <= LongestPassage ? text : text[..LongestPassage] + "…";
}

/// <summary>Some hidden words that stand together, and in plain Spanish why nobody sees them.</summary>
public sealed record HiddenPassage(string Why, string Text);
