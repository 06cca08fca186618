using System.Xml.Linq;
using Acervo.Platform.Documents.Cleaning;
using Acervo.Platform.Documents.Word.Sight;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word;

/// <summary>The texts of a Word file (body, headers, footers, notes) without what nobody sees of them.</summary>
internal sealed class WordStories
{
    private static readonly string[] Revisions = ["ins", "del", "moveFrom", "moveTo"];

    private readonly MainDocumentPart main;
    private readonly WordSight sight;
    private readonly List<Unseen> unseen = [];
    private readonly List<Unseen> spare = [];
    private readonly List<OpenXmlElement> margins = [];

    public WordStories(MainDocumentPart main)
    {
        this.main = main;
        var document = Load(main)!;
        var settings = Load(main.DocumentSettingsPart);
        HasRevisions = document.Descendants().Any(element => element.Name.Namespace == W && Array.IndexOf(Revisions, element.Name.LocalName) >= 0);
        sight = new WordSight(document, Load(main.StyleDefinitionsPart), Load(main.ThemePart), settings);
        unseen.AddRange(sight.Cut(document, Picture(main)));
        Document = new Document(document.ToString(SaveOptions.DisableFormatting));
        Headers();
        Notes(document, "footnote", Load(main.FootnotesPart));
        Notes(document, "endnote", Load(main.EndnotesPart));
        Marks(Load(main.NumberingDefinitionsPart));
        var shown = string.Join(' ', margins.Select(margin => margin.InnerText));
        unseen.AddRange(spare.Where(each => !shown.Contains(each.Words, StringComparison.Ordinal)));
        Hidden = HiddenText.Of(UnseenPassages.Of(unseen.Where(each => each.Reason != SightReason.Deleted)));
    }

    public Document Document { get; }

    /// <summary>Headers, footers and notes that are shown somewhere.</summary>
    public IReadOnlyList<OpenXmlElement> Margins => margins;

    public Numbering? Numbering { get; private set; }

    public bool HasRevisions { get; }

    public HiddenText? Hidden { get; }

    private void Marks(XElement? numbering)
    {
        if (numbering is null)
        {
            return;
        }

        unseen.AddRange(sight.CutMarks(numbering));
        Numbering = new Numbering(numbering.ToString(SaveOptions.DisableFormatting));
    }

    /// <summary>A document keeps the headers of first and even pages that it treats as any other: they often repeat what is shown.</summary>
    private void Headers()
    {
        var shown = sight.ShownHeaders().ToHashSet(StringComparer.Ordinal);
        foreach (var pair in main.Parts.Where(pair => pair.OpenXmlPart is HeaderPart or FooterPart))
        {
            var root = Load(pair.OpenXmlPart)!;
            if (!shown.Contains(pair.RelationshipId))
            {
                spare.Add(new Unseen(root, SightReason.NotShown, Letters.Of(root)));
                continue;
            }

            unseen.AddRange(sight.Cut(root, Picture(pair.OpenXmlPart)));
            var xml = root.ToString(SaveOptions.DisableFormatting);
            margins.Add(pair.OpenXmlPart is HeaderPart ? new Header(xml) : new Footer(xml));
        }
    }

    private void Notes(XElement document, string kind, XElement? root)
    {
        if (root is null)
        {
            return;
        }

        var shown = WordSight.ShownNotes(document, kind).ToHashSet(StringComparer.Ordinal);
        foreach (var note in root.Elements(W + kind).Where(note => !shown.Contains(note.Text("id") ?? "")).ToList())
        {
            unseen.Add(new Unseen(note, SightReason.NotShown, Letters.Of(note)));
            note.Remove();
        }

        unseen.AddRange(sight.Cut(root));
        var xml = root.ToString(SaveOptions.DisableFormatting);
        margins.AddRange(kind == "footnote" ? new Footnotes(xml).Elements<Footnote>() : new Endnotes(xml).Elements<Endnote>());
    }

    private static Func<string, byte[]?> Picture(OpenXmlPart part) => name =>
        part.Parts.FirstOrDefault(each => each.RelationshipId == name)?.OpenXmlPart is ImagePart image ? Bytes(image) : null;

    private static byte[] Bytes(OpenXmlPart part)
    {
        using var stream = part.GetStream();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static XElement? Load(OpenXmlPart? part)
    {
        if (part is null)
        {
            return null;
        }

        try
        {
            return StrictNames.Loosen(OfficeXml.Read(Bytes(part)));
        }
        catch (CleaningException deep)
        {
            throw new DocumentException(deep.Message, deep);
        }
    }
}
