using Acervo.Platform.Forms.Reading;

namespace Acervo.Modules.Practices.Reading;

/// <summary>Remarks about a word of the title that the answers spell otherwise, time and again.</summary>
internal static class TitleRemarks
{
    private const int ShortestWord = 6;
    private const int FewestUses = 3;

    public static IEnumerable<Observation> Of(RemarkContext context)
    {
        if (context.Answers.Text("title") is not { } title)
        {
            yield break;
        }

        var uses = context.Prose().SelectMany(answer => Words.Folded(answer.Text)).CountBy(word => word, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        foreach (var word in Words.Of(title).Where(word => word.Folded.Length >= ShortestWord && !uses.ContainsKey(word.Folded)))
        {
            var near = uses.Where(use => use.Value >= FewestUses && use.Key.Length >= ShortestWord && Math.Abs(use.Key.Length - word.Folded.Length) <= 1
                && use.Key.TrimEnd('s') != word.Folded.TrimEnd('s') && Distance.Between(use.Key, word.Folded, 1) == 1).OrderByDescending(use => use.Value)
                .Select(use => use.Key).FirstOrDefault();
            if (near is not null && Spelling(context, near) is { } right)
            {
                var proposal = title[..word.Start] + (char.IsUpper(title[word.Start]) ? char.ToUpperInvariant(right[0]) + right[1..] : right)
                    + title[word.End..];
                yield return new Observation("title", "title-misspelt", ObservationSeverity.Warning,
                    $"El nombre dice «{title[word.Start..word.End]}» y las respuestas dicen «{right}». Confirme cómo se escribe.", proposal);
            }
        }
    }

    private static string? Spelling(RemarkContext context, string folded) => context.Prose()
        .SelectMany(answer => Words.Of(answer.Text).Where(word => word.Folded == folded).Select(word => answer.Text[word.Start..word.End].ToLowerInvariant()))
        .CountBy(word => word, StringComparer.Ordinal).OrderByDescending(use => use.Value).Select(use => use.Key).FirstOrDefault();
}
