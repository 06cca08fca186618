using System.Globalization;
using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.DocxNames;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Writes a new Word document from what the original shows. Names of parts, relationships and kinds of content are its own.</summary>
internal sealed class DocxCopy
{
    private const string Kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Document = "word/document.xml";

    private readonly DocxOriginal original;
    private readonly CleaningNotes notes;
    private readonly OfficePackage target = new();
    private readonly DocxPictures pictures;
    private readonly DocxStyleNames styles;
    private readonly DocxStory story;
    private readonly Dictionary<string, string> types = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Type, DocxPart Part)> stories = [];

    public DocxCopy(DocxOriginal original, CleaningNotes notes)
    {
        (this.original, this.notes) = (original, notes);
        pictures = new DocxPictures(original.Source, target, notes);
        styles = new DocxStyleNames(original.Styles?.Root);
        story = new DocxStory(pictures, notes);
    }

    public byte[] Write()
    {
        PrepareStories();
        styles.KeepDefaults();
        stories.ForEach(each => styles.KeepUsed(each.Part.Root));
        WriteStyles();
        WriteNumbering();
        WriteSettings();
        WriteTheme();
        foreach (var (name, type, part) in stories)
        {
            WritePart(name, type, new DocxRewriter(styles, part.Out, notes).Write(part.Root), part.Out);
        }

        target["_rels/.rels"] = OfficeRelations.Write("",
            [new OfficeRelation("n1", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument", Document, false)]);
        target["[Content_Types].xml"] = DocxContentTypes.Write(types);
        return target.ToBytes();
    }

    private void PrepareStories()
    {
        var main = original.Main;
        var (unseen, headers) = DocxUnseen.Of(original, notes);
        Add(Document, "document.main+xml", main, unseen);
        DocxSections.DropUnseenHeaders(original, headers, notes);
        foreach (var (part, name) in new[] { (original.Footnotes, "footnote"), (original.Endnotes, "endnote") })
        {
            if (part is not null)
            {
                DocxNotes.DropUnseen(part.Root, main.Root, name, notes);
                Add($"word/{name}s.xml", $"{name}s+xml", part, unseen);
                main.Out.Add(name + "s", $"word/{name}s.xml");
            }
        }

        foreach (var reference in main.Root.Descendants(W + "sectPr").Elements()
            .Where(element => element.Name.LocalName is "headerReference" or "footerReference").ToList())
        {
            var relation = main.Relations.GetValueOrDefault((string?)reference.Attribute(R + "id") ?? "");
            if (relation is { External: false } && original.Source.Has(relation.Target))
            {
                reference.SetAttributeValue(R + "id", HeaderOf(reference.Name.LocalName[..6], original.Open(relation.Target), unseen));
            }
            else
            {
                reference.Remove();
            }
        }
    }

    private string HeaderOf(string kind, DocxPart part, HashSet<XElement> unseen)
    {
        string? known = stories.Find(each => each.Part == part).Name;
        if (known is null)
        {
            known = $"word/{kind}{stories.Count.ToString(CultureInfo.InvariantCulture)}.xml";
            Add(known, kind + "+xml", part, unseen);
        }

        return original.Main.Out.Add(kind, known);
    }

    private void Add(string name, string type, DocxPart part, HashSet<XElement> unseen)
    {
        story.Prepare(part, unseen);
        stories.Add((name, type, part));
    }

    private void WriteStyles()
    {
        if (original.Styles?.Root is { } root)
        {
            DocxRevisions.Accept(root, notes);
            var kept = styles.Kept.ToHashSet();
            root.Elements(W + "style").Where(style => !kept.Contains(style)).Remove();
            WriteBeside("styles", "styles+xml", root);
        }
    }

    private void WriteNumbering()
    {
        if (original.Numbering?.Root is { } root)
        {
            DocxRevisions.Accept(root, notes);
            if (DocxNumbers.KeepUsed(root, [.. stories.Select(each => each.Part.Root), .. styles.Kept]))
            {
                WriteBeside("numbering", "numbering+xml", root);
            }
        }
    }

    private void WriteSettings() => WriteBeside("settings", "settings+xml", original.Settings?.Root ?? new XElement(W + "settings"));

    private void WriteTheme()
    {
        if (original.Theme?.Root is { } root && root.Name == A + "theme")
        {
            WriteBeside("theme", "", root, DocxTheme.Complete, "word/theme/theme1.xml");
        }
    }

    private void WriteBeside(string kind, string type, XElement root, Action<XElement>? complete = null, string? name = null)
    {
        name ??= $"word/{kind}.xml";
        var copy = new DocxRewriter(styles, new DocxLinksOut(), notes).Write(root);
        complete?.Invoke(copy);
        WritePart(name, type, copy, new DocxLinksOut());
        original.Main.Out.Add(kind, name);
    }

    private void WritePart(string name, string type, XElement root, DocxLinksOut links)
    {
        target[name] = OfficeXml.Write(root);
        types[name] = type.Length == 0 ? DocxTheme.ContentType : Kind + type;
        if (links.Any)
        {
            target[OfficeRelations.PathOf(name)] = OfficeRelations.Write(name, links.All);
        }
    }

    /// <summary>Tells what stayed behind.</summary>
    public void NoteLeftovers()
    {
        foreach (var name in original.Source.Names.Where(name => !original.Opened.Contains(name) && !pictures.Used.Contains(name)
            && !name.EndsWith(".rels", StringComparison.Ordinal) && name != "[Content_Types].xml"))
        {
            notes.Mention(OfficeLeftovers.Describe(name));
        }
    }
}
