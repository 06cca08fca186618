using System.Xml.Linq;
using Acervo.Platform.Documents.Word.Sight;
using static Acervo.Platform.Documents.Cleaning.DocxNames;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The parts of the original that Word draws from, each read once. Whatever else is in the file is never opened.</summary>
internal sealed class DocxOriginal
{
    private readonly Dictionary<string, DocxPart> parts = new(StringComparer.Ordinal);

    public DocxOriginal(OfficePackage source)
    {
        Source = source;
        var main = OfficeRelations.Read(source, "").Find(relation => relation.Kind == "officeDocument" && !relation.External)?.Target
            ?? throw new InvalidDataException("The file has no main document.");
        Main = Open(main);
        if (Main.Root.Name != W + "document" || Main.Root.Element(W + "body") is null)
        {
            throw new CleaningException("El documento no está en el formato corriente de Word (.docx). Guárdelo como «Documento de Word» y súbalo otra vez.");
        }

        (Styles, Numbering, Settings, Theme) = (One("styles"), One("numbering"), One("settings"), One("theme"));
        (Footnotes, Endnotes) = (One("footnotes"), One("endnotes"));
    }

    public OfficePackage Source { get; }

    public DocxPart Main { get; }

    public DocxPart? Styles { get; }

    public DocxPart? Numbering { get; }

    public DocxPart? Settings { get; }

    public DocxPart? Theme { get; }

    public DocxPart? Footnotes { get; }

    public DocxPart? Endnotes { get; }

    /// <summary>What controls may be bound to; read only where something is.</summary>
    public IReadOnlyList<(string Id, XElement Root)> Data =>
        Main.Root.Descendants().Any(each => each.Name.LocalName == "dataBinding") ? [.. Stored(), .. Properties()] : [];

    /// <summary>Lists, and the fonts that the file brings along.</summary>
    public SightParts Looks
    {
        get
        {
            var fonts = Main.Relations.Values.FirstOrDefault(relation => relation.Kind == "fontTable" && !relation.External
                && Source.Has(relation.Target)) is { } table ? DocxPart.Read(Source, table.Target) : null;
            return new SightParts(Numbering?.Root, fonts?.Root,
                id => fonts?.Relations.GetValueOrDefault(id) is { External: false } font && Source.Has(font.Target) ? Source[font.Target] : null);
        }
    }

    /// <summary>The names of the parts that were opened: the others are told as left behind.</summary>
    public IReadOnlyCollection<string> Opened => parts.Keys;

    public DocxPart Open(string name)
    {
        if (!parts.TryGetValue(name, out var part))
        {
            parts[name] = part = DocxPart.Read(Source, name);
        }

        return part;
    }

    private IEnumerable<(string Id, XElement Root)> Stored()
    {
        foreach (var part in Main.Relations.Values.Where(relation => relation.Kind == "customXml" && !relation.External && Source.Has(relation.Target)))
        {
            var about = OfficeRelations.Read(Source, part.Target).Find(relation => relation.Kind == "customXmlProps" && Source.Has(relation.Target));
            yield return (about is null ? "" : OfficeXml.Read(Source[about.Target]).Text("itemID") ?? "", OfficeXml.Read(Source[part.Target]));
        }
    }

    private IEnumerable<(string Id, XElement Root)> Properties() => OfficeRelations.Read(Source, "")
        .Where(relation => relation.Kind is "core-properties" or "extended-properties" && Source.Has(relation.Target))
        .Select(relation => (relation.Kind == "core-properties" ? DataParts.Core : DataParts.Extended, OfficeXml.Read(Source[relation.Target])));

    private DocxPart? One(string kind)
    {
        var target = Main.Relations.Values.FirstOrDefault(relation => relation.Kind == kind && !relation.External)?.Target;
        return target is not null && Source.Has(target) ? Open(target) : null;
    }
}
