using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Acervo.Platform.Documents.Word;

/// <summary>Collects page headers, page footers and notes as lines; the header table states code and version of a form.</summary>
internal static class WordMargins
{
    public static IReadOnlyList<string> Of(WordSource source)
    {
        var reader = new WordBlocks(source);
        var roots = source.Main.HeaderParts.Select(part => (OpenXmlElement?)part.Header)
            .Concat(source.Main.FooterParts.Select(part => (OpenXmlElement?)part.Footer))
            .OfType<OpenXmlElement>();
        var notes = (source.Main.FootnotesPart?.Footnotes?.Elements<Footnote>() ?? []).Select(note => (OpenXmlElement)note)
            .Concat((source.Main.EndnotesPart?.Endnotes?.Elements<Endnote>() ?? []).Select(note => (OpenXmlElement)note));
        return [.. roots.Concat(notes).SelectMany(root => DocumentLines.Of(reader.Read(root))).Where(line => line.Length > 0)];
    }
}
