using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>A table style: how all of its cells look, and how those of its first row, last column and the like.</summary>
internal sealed record TableLook
{
    public const string Whole = "wholeTable";

    public static readonly TableLook Plain = new();

    /// <summary>By zone, as the file names them.</summary>
    public IReadOnlyDictionary<string, ZoneLook> Zones { get; private init; } = new Dictionary<string, ZoneLook>(StringComparer.Ordinal);

    public int RowBand { get; private init; } = 1;

    public int ColumnBand { get; private init; } = 1;

    /// <summary>This look with a style that builds upon it.</summary>
    public TableLook With(XElement style, RunProperties runs, Paints paints)
    {
        var zones = new Dictionary<string, ZoneLook>(Zones, StringComparer.Ordinal);
        foreach (var (zone, element) in style.Elements(W + "tblStylePr").Select(part => (part.Text("type") ?? "", part)).Prepend((Whole, style)))
        {
            zones[zone] = ZoneLook.Read(element, runs, paints).Over(zones.GetValueOrDefault(zone, ZoneLook.Silent));
        }

        var properties = style.Element(W + "tblPr");
        return new TableLook
        {
            Zones = zones,
            RowBand = Band(properties?.Element(W + "tblStyleRowBandSize")) ?? RowBand,
            ColumnBand = Band(properties?.Element(W + "tblStyleColBandSize")) ?? ColumnBand,
        };
    }

    private static int? Band(XElement? size) => Number(size.Val()) is { } number ? Math.Clamp((int)number, 1, 1000) : null;
}

/// <summary>How one zone of a table style looks.</summary>
internal sealed record ZoneLook(RunTraits Run, ParagraphTraits Paragraph, Ink? Shade, bool? Hidden)
{
    public static readonly ZoneLook Silent = new(RunTraits.Silent, ParagraphTraits.Silent, null, null);

    public static ZoneLook Read(XElement style, RunProperties runs, Paints paints)
    {
        var shade = style.Element(W + "tcPr")?.Element(W + "shd") ?? style.Element(W + "tblPr")?.Element(W + "shd");
        return new ZoneLook(
            runs.Read(style.Element(W + "rPr")),
            ParagraphTraits.Read(style.Element(W + "pPr"), paints),
            shade is null ? null : paints.Shade(shade),
            style.Element(W + "trPr")?.Element(W + "hidden")?.IsOn());
    }

    public ZoneLook Over(ZoneLook below) => new(Run.Over(below.Run), Paragraph.Over(below.Paragraph), Shade ?? below.Shade, Hidden ?? below.Hidden);
}
