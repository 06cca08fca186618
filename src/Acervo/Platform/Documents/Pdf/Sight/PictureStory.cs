using Acervo.Platform.Documents.Layout;
using Acervo.Platform.Forms.Reading;

namespace Acervo.Platform.Documents.Pdf.Sight;

/// <summary>What is told when the pictures of the pages were read and the file holds a text besides: the rest of it, if it says something else.</summary>
internal static class PictureStory
{
    private const int FewestTogether = 3;

    public static DocumentText Of(DocumentText read, PdfSight sight, IReadOnlyList<LayoutPage> pages, IReadOnlySet<int> pictured)
    {
        var held = sight.Undrawn(pictured).Concat(pages.Where(page => pictured.Contains(page.Number))
            .Select(page => string.Join(' ', page.Segments.Select(segment => segment.Text))));
        var known = DocumentLines.Of(read.Blocks).Concat(read.Margins).SelectMany(line => line.Split(' ')).Select(Words.Key).ToHashSet(StringComparer.Ordinal);
        var rest = held.SelectMany(text => Strange(text, known)).ToList();
        var lies = sight.IsLie || pictured.Any(sight.LiesOn);
        return read with
        {
            Hidden = HiddenText.Join(read.Hidden,
                HiddenText.Of(rest.Select(words => new HiddenPassage(lies ? "Se dibuja otra cosa" : "No se ve en la página", words)))),
            Findings = lies ? [.. read.Findings,
            "Lo que el PDF dice por dentro no es lo que muestra: se leyó la imagen de sus páginas. Revise cada respuesta."] : read.Findings,
        };
    }

    /// <summary>Rows of words that the pictures do not show. Single ones are what one recognition or the other got wrong.</summary>
    private static IEnumerable<string> Strange(string text, HashSet<string> known)
    {
        var row = new List<string>();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Append(""))
        {
            if (word.Length > 0 && !known.Contains(Words.Key(word)))
            {
                row.Add(word);
                continue;
            }

            if (row.Count >= FewestTogether)
            {
                yield return string.Join(' ', row);
            }

            row.Clear();
        }
    }
}
