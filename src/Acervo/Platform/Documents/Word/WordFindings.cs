using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Acervo.Platform.Documents.Word;

/// <summary>Reports what a Word file carries besides its visible text, so that nothing is dropped or accepted in silence.</summary>
internal static class WordFindings
{
    private const int LongestStruck = 200;

    /// <summary>What somebody struck out was taken back: it is told, not read.</summary>
    public static IEnumerable<string> Struck(IReadOnlyList<string> words) => string.Join(" / ", words) is { Length: > 0 } said
        ? [$"El documento trae texto tachado, que no se leyó: «{(said.Length > LongestStruck ? said[..LongestStruck] + "…" : said)}»."] : [];

    public static IReadOnlyList<string> Of(WordprocessingDocument document, WordStories stories)
    {
        var main = document.MainDocumentPart!;
        var findings = new List<string>();
        if (stories.HasRevisions)
        {
            findings.Add("El documento tiene control de cambios: se leyó como si todos los cambios estuvieran aceptados. Revise los apartes modificados.");
        }

        if (main.WordprocessingCommentsPart?.Comments?.Elements<Comment>().Count() is > 0 and var comments)
        {
            findings.Add($"El documento tiene {(comments == 1 ? "un comentario" : $"{comments} comentarios")} al margen que no se leyó como respuesta.");
        }

        if (main.VbaProjectPart is not null)
        {
            findings.Add("El documento tiene macros; no se ejecutaron ni se conservan.");
        }

        if (main.EmbeddedObjectParts.Any() || main.EmbeddedPackageParts.Any())
        {
            findings.Add("El documento tiene archivos incrustados que no se leyeron. Adjúntelos como anexos.");
        }

        if (main.AlternativeFormatImportParts.Any())
        {
            findings.Add("El documento incluye partes de otro archivo que no se leyeron. Ábralo en Word, guárdelo de nuevo y envíelo.");
        }

        return findings;
    }
}
