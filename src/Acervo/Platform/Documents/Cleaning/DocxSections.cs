using System.Xml.Linq;
using Acervo.Platform.Documents.Word.Sight;
using static Acervo.Platform.Documents.Cleaning.DocxNames;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Drops the headers and footers that a document keeps and no page shows, and tells of those that may be on none.</summary>
internal static class DocxSections
{
    private const int LongestNamed = 80;

    public static void DropUnseenHeaders(DocxOriginal original, HeaderPages headers, CleaningNotes notes)
    {
        var references = HeaderPages.Sections(original.Main.Root).SelectMany(HeaderPages.References).ToList();
        var unseen = references.Where(headers.Unseen.Contains).ToList();
        unseen.Remove();
        notes.Add("encabezados y pies que no se ven", unseen.Count);
        foreach (var words in references.Except(unseen).Where(headers.Doubtful.Contains).Select(reference => Words(original, reference))
            .Where(words => words.Length > 0).Distinct())
        {
            notes.Warn($"Tiene un encabezado o pie que solo se ve si el documento llega a otra página: «{words}». Ábrala y compruebe que se ve.");
        }
    }

    private static string Words(DocxOriginal original, XElement reference)
    {
        var target = original.Main.Relations.GetValueOrDefault((string?)reference.Attribute(R + "id") ?? "");
        if (target is not { External: false } || !original.Source.Has(target.Target))
        {
            return "";
        }

        var words = Letters.Of(original.Open(target.Target).Root);
        return words.Length > LongestNamed ? words[..LongestNamed] + "…" : words;
    }
}
