namespace Acervo.Platform.Forms.Reading;

/// <summary>
/// Recognises labels by the words that distinguish them: people write «Proceso:» or «Correo del responsable:» for the long labels that are printed. What
/// could be two questions comes back as both.
/// </summary>
internal sealed class LabelWords
{
    private const int MostExtras = 2;
    private const double Extra = 0.08;
    private const double Near = 0.05;

    private static readonly HashSet<string> Fillers = new(
        ["de", "del", "la", "las", "el", "los", "un", "una", "y", "e", "o", "u", "en", "a", "al", "con", "por", "para", "que", "se", "su", "sus", "lo", "le",
        "es", "s", "as", "os", "bueno", "experiencia", "iniciativa", "institucional", "general", "pertenece", "aporta", "donde", "identifica", "cual", "cuale",
        "otra", "formato", "principal", "breve", "brevemente", "favor", "misma", "esta", "este", "quien", "nos", "nuestra", "interno", "actual", "completo",
        "completa", "asociado", "asociada", "relacionado", "relacionada"],
        StringComparer.Ordinal);

    /// <summary>Words that open a label and say nothing of what it asks for: «Nombre del directivo» asks for the head of the office.</summary>
    private static readonly HashSet<string> Transparent = new(["nombre", "tipo", "numero", "nro", "no", "dato", "actividad", "informacion", "indique",
        "escriba",
        "relacione"],
        StringComparer.Ordinal);

    private readonly IReadOnlyList<(Label Label, string[] Key)> keys;
    private readonly Dictionary<string, int> owners;
    private readonly HashSet<string> topic;

    /// <param name="labels">The labels.</param>
    /// <param name="forms">Their forms: what the name of a form says distinguishes none of its labels.</param>
    public LabelWords(IReadOnlyList<Label> labels, IEnumerable<FormDefinition> forms)
    {
        topic = [.. forms.SelectMany(form => Words.Folded($"{form.Name} {form.Heading} {form.Procedure}")).Select(Singular)];
        keys = [.. labels.Where(label => label.Question is not null || label.IsFilledOn).SelectMany(label => (label.Anywhere ? [] : label.Spellings)
            .Concat(label.Short).Select(spelling => (Label: label, Key: Core(spelling))).Where(pair => pair.Key.Length > 0)
            .DistinctBy(pair => string.Join(' ', pair.Key), StringComparer.Ordinal))];
        owners = keys.SelectMany(pair => pair.Key.Select(word => (word, pair.Label))).Distinct().GroupBy(pair => pair.word, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
    }

    /// <summary>The labels that these words may stand for, with how well they fit, up to 1, and by how many words.</summary>
    /// <param name="words">What stands where a label may.</param>
    /// <param name="may">Whether what follows can answer a label; all can when it is left out.</param>
    public IEnumerable<(Label Label, double Fit, int Words)> Of(IReadOnlyList<string> words, Func<Label, bool>? may = null)
    {
        var said = Core(words);
        if (said.Length == 0)
        {
            return [];
        }

        var fits = keys.Select(pair => (pair.Label, Fit: Fit(pair.Label, said, pair.Key), Words: Math.Min(pair.Key.Length, said.Length)))
            .Where(fit => fit.Fit > 0 && may?.Invoke(fit.Label) != false)
            .GroupBy(fit => fit.Label).Select(group => group.MaxBy(fit => fit.Fit)).ToList();
        var best = fits.Select(fit => fit.Fit).DefaultIfEmpty().Max();
        return fits.Where(fit => fit.Fit >= best - Near);
    }

    private double Fit(Label label, string[] said, string[] key)
    {
        var head = said.Length > 1 && Transparent.Contains(said[0]) && !Same(said[0], key[0]) ? said[1] : said[0];
        if (!key.Any(word => Same(word, head)))
        {
            return 0;
        }

        var common = said.Count(word => key.Any(other => Same(word, other)));
        var extras = said.Count(word => !key.Any(other => Same(word, other)) && !Transparent.Contains(word));
        if (common >= key.Length)
        {
            return extras > MostExtras ? 0 : 1 - Extra * extras - (Same(key[0], head) ? 0 : Extra);
        }

        // A label cut short begins as it does, and with a word that no other label begins with or holds.
        return extras == 0 && !label.Anywhere && Same(key[0], head) ? owners[key[0]] == 1 ? 0.9 : 0.76 : 0;
    }

    private string[] Core(IEnumerable<string> words) =>
        [.. words.Where(word => !word.All(char.IsDigit)).Select(Singular).Where(word => !Fillers.Contains(word) && !topic.Contains(word))];

    private static string Singular(string word) => word switch
    {
        [.., 'n', 'e', 's'] or [.., 'r', 'e', 's'] or [.., 'd', 'e', 's'] when word.Length > 5 => word[..^2],
        [.., 's'] when word.Length > 4 => word[..^1],
        _ => word,
    };

    private static bool Same(string first, string second) =>
        first == second || (first.Length >= 6 && second.Length >= 6 && first[0] == second[0] && Distance.Between(first, second, 1) <= 1);
}
