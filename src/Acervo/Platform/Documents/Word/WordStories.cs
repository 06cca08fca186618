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
    private string? figures;

    public WordStories(MainDocumentPart main)
    {
        this.main = main;
        var document = Load(main)!;
        var settings = Load(main.DocumentSettingsPart);
        HasRevisions = document.Descendants().Any(element => element.Name.Namespace == W && Array.IndexOf(Revisions, element.Name.LocalName) >= 0);
        var numbering = Load(main.NumberingDefinitionsPart);
        sight = new WordSight(document, Load(main.StyleDefinitionsPart), Load(main.ThemePart), settings,
            new SightParts(numbering, Load(main.FontTablePart), Font(main.FontTablePart)));
        var bound = document.Descendants().Any(each => each.Name.LocalName == "dataBinding") ? new BoundControls(new DataParts([.. Data()])).Fill(document)
            : [];
        WordLinkFields.Keep(document);
        unseen.AddRange(bound.Select(words => new Unseen(document, SightReason.NotShown, words)));
        unseen.AddRange(sight.Cut(document, Picture(main)));
        sight.Boxes?.Apply();
        Document = new Document(document.ToString(SaveOptions.DisableFormatting));
        Headers();
        Notes(document, "footnote", Load(main.FootnotesPart));
        Notes(document, "endnote", Load(main.EndnotesPart));
        Marks(numbering);
        Figures();
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

    /// <summary>
    /// A figure (SmartArt) keeps its texts apart from its drawing; what the drawing does not say is not seen. Without a drawing Word makes one.
    /// </summary>
    public bool IsDrawn(string text) => figures is null || figures.Contains(Close(text), StringComparison.Ordinal);

    private void Figures()
    {
        var drawings = main.Parts.Select(pair => pair.OpenXmlPart).OfType<DiagramPersistLayoutPart>()
            .Select(part => Close(string.Concat(Load(part)!.Descendants(A + "t").Select(text => text.Value)))).ToList();
        figures = drawings.Count == 0 ? null : string.Join('\n', drawings);
        foreach (var point in main.Parts.Select(pair => pair.OpenXmlPart).OfType<DiagramDataPart>()
            .SelectMany(part => Load(part)!.Descendants().Where(each => each.Name.LocalName == "pt")))
        {
            var words = string.Concat(point.Descendants(A + "t").Select(text => text.Value)).Trim();
            if (words.Length > 0 && !IsDrawn(words))
            {
                unseen.Add(new Unseen(point, SightReason.NotShown, words));
            }
        }
    }

    private static string Close(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

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

    /// <summary>What controls may be bound to: data of the author, and the properties of the file.</summary>
    private IEnumerable<(string Id, XElement Root)> Data()
    {
        foreach (var part in main.CustomXmlParts)
        {
            yield return (Load(part.CustomXmlPropertiesPart)?.Text("itemID") ?? "", Load(part)!);
        }

        var whole = (WordprocessingDocument)main.OpenXmlPackage;
        foreach (var (id, part) in new (string, OpenXmlPart?)[] { (DataParts.Core, whole.CoreFilePropertiesPart),
            (DataParts.Extended, whole.ExtendedFilePropertiesPart) })
        {
            if (Load(part) is { } root)
            {
                yield return (id, root);
            }
        }
    }

    private static Func<string, byte[]?> Font(FontTablePart? fonts) =>
        name => fonts?.Parts.FirstOrDefault(each => each.RelationshipId == name)?.OpenXmlPart is FontPart font ? Bytes(font) : null;

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
