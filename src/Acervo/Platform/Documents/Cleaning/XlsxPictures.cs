using System.Globalization;
using System.Xml.Linq;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>
/// What floats over a sheet. Pictures that are seen are drawn anew; charts, shapes and boxes stay behind. Whatever any of them covered in the
/// original stays unseen in the copy.
/// </summary>
internal sealed class XlsxPictures
{
    private const double Smallest = 6;
    private const int MostFloating = 2_000;

    private readonly OfficePackage source;
    private readonly XlsxGrid grid;
    private readonly CleaningNotes notes;
    private readonly List<OfficeRelation> relations = [];
    private readonly List<Floating> all = [];

    public XlsxPictures(OfficePackage source, string? part, XlsxGrid grid, CleaningNotes notes)
    {
        (this.source, this.grid, this.notes) = (source, grid, notes);
        if (part is null || !source.Has(part))
        {
            return;
        }

        relations = OfficeRelations.Read(source, part);
        var anchors = OfficeXml.Read(source[part]).Descendants()
            .Where(element => element.Name.LocalName is "twoCellAnchor" or "oneCellAnchor" or "absoluteAnchor").ToList();
        all = anchors.Count <= MostFloating
            ? [.. anchors.Select(anchor => Read(anchor, grid))]
            : throw new CleaningException("Una hoja tiene demasiadas imágenes o formas. Repártalas en varios libros y súbalos otra vez.");
    }

    /// <summary>Whether a cell lies wholly under something opaque.</summary>
    public bool Covers(int row, int column) => all.Exists(each => each.IsOpaque && each.Anchor.Covers(row, column));

    /// <summary>The pictures that are seen, clean, each with where it stands.</summary>
    public IEnumerable<(byte[] Bytes, XlsxAnchor Anchor)> Seen()
    {
        foreach (var (at, floating) in all.Index())
        {
            if (floating.Picture is not { } picture)
            {
                notes.Add("gráficos, formas y cuadros de texto");
            }
            else if (IsSeen(floating.Anchor, at) && Clean(picture) is { } bytes)
            {
                yield return (bytes, floating.Anchor);
            }
            else
            {
                notes.Add("imágenes que no se ven o que no se pueden limpiar con certeza");
            }
        }
    }

    private static Floating Read(XElement anchor, XlsxGrid grid)
    {
        // Shapes may lie in groups and in versions for newer programs: one that is filled covers.
        var shapes = anchor.Descendants().Where(element => element.Name.LocalName is "pic" or "sp" or "graphicFrame" or "contentPart").ToList();
        var picture = anchor.Elements().FirstOrDefault(element => element.Name.LocalName == "pic");
        var isOpaque = shapes.Exists(shape => shape.Name.LocalName != "sp"
            || !shape.Elements().Any(part => part.Name.LocalName == "spPr" && part.Elements().Any(fill => fill.Name.LocalName == "noFill")));
        return new Floating(XlsxAnchor.Read(anchor, grid), picture, isOpaque);
    }

    private bool IsSeen(XlsxAnchor anchor, int at) =>
        anchor is { Width: >= Smallest, Height: >= Smallest } && !all.Skip(at + 1).Any(above => above.IsOpaque && above.Anchor.Hides(anchor, grid));

    private byte[]? Clean(XElement picture)
    {
        var blip = picture.Descendants().FirstOrDefault(element => element.Name.LocalName == "blip");
        var isHidden = picture.Descendants().Any(element => element.Name.LocalName == "cNvPr" && XlsxStyles.IsTrue(element.Attribute("hidden")));
        var name = relations.Find(relation => !relation.External && relation.Id == (string?)blip?.Attribute(OfficeXml.Relationships + "embed"))?.Target;

        // An effect (washed out, one colour made clear, see-through) draws something else than the pixels.
        var hasEffects = blip?.Elements().Any(element => element.Name.LocalName != "extLst") ?? true;
        if (isHidden || hasEffects || name is null || !source.Has(name) || !PictureCleaner.IsKnown(source[name]))
        {
            return null;
        }

        var cut = picture.Descendants().FirstOrDefault(element => element.Name.LocalName == "srcRect");
        return PictureCleaner.CleanInside(name, source[name], notes, new PictureCrop(Share(cut, "l"), Share(cut, "t"), Share(cut, "r"), Share(cut, "b")));
    }

    private static double Share(XElement? cut, string side)
    {
        var text = (string?)cut?.Attribute(side) ?? "0";
        var whole = text.EndsWith('%') ? 100 : 100_000;
        return double.TryParse(text.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var share) ? share / whole : 0;
    }

    /// <summary>Something that floats, whether it hides what lies under it, and its picture when it is one.</summary>
    private sealed record Floating(XlsxAnchor Anchor, XElement? Picture, bool IsOpaque);
}
