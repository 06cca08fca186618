using System.Globalization;
using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.XlsxCleaner;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Reads the formats of a workbook into what is drawn: how each cell looks, and what a conditional format or a table would change.</summary>
internal sealed class XlsxStyles
{
    private static readonly HashSet<string> Fonts = new(StringComparer.OrdinalIgnoreCase)
    {
        "Calibri", "Arial", "Arial Narrow", "Aptos", "Aptos Narrow", "Cambria", "Candara", "Century Gothic", "Consolas", "Constantia", "Corbel", "Courier New",
        "Garamond",
        "Georgia", "Helvetica", "Liberation Sans", "Liberation Serif", "Segoe UI", "Tahoma", "Times New Roman", "Trebuchet MS", "Verdana", "Work Sans",
        "Montserrat", "Roboto",
    };

    private static readonly string[] Sides = ["left", "right", "top", "bottom"];
    private static readonly string[] Lines = ["thin", "medium", "thick", "double", "dashed", "dotted", "hair", "mediumDashed", "dashDot", "mediumDashDot",
        "dashDotDot", "mediumDashDotDot", "slantDashDot"];
    private static readonly string[] Across = ["left", "center", "right", "justify", "fill", "centerContinuous", "distributed"];
    private static readonly string[] Down = ["top", "center", "bottom", "justify", "distributed"];

    private readonly XElement? root;
    private readonly XlsxPalette palette;
    private readonly Dictionary<string, string> formats;
    private readonly List<XlsxLook> cells;
    private readonly List<XElement> changes;

    public XlsxStyles(XElement? styles, XElement? theme)
    {
        root = styles;
        palette = new XlsxPalette(theme, styles);
        formats = List("numFmts").Where(format => format.Attribute("numFmtId") is not null)
            .GroupBy(format => format.Attribute("numFmtId")!.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (string?)group.First().Attribute("formatCode") ?? "General", StringComparer.Ordinal);
        var (letters, grounds, edges) = (List("fonts").Select(Letters).ToList(), List("fills").Select(Ground).ToList(), List("borders").Select(Edges).ToList());
        cells = [.. List("cellXfs").Select(cell => new XlsxLook(
            At(letters, cell, "fontId") ?? XlsxLetters.Plain, At(grounds, cell, "fillId"), At(edges, cell, "borderId") ?? "", Format(cell),
            Place(cell.Element(S + "alignment"))))];
        changes = [.. List("dxfs")];
    }

    public XlsxPalette Palette => palette;

    public XlsxLook Look(string? style) =>
        int.TryParse(style ?? "0", CultureInfo.InvariantCulture, out var at) && at >= 0 && at < cells.Count ? cells[at] : XlsxLook.Plain;

    /// <summary>What a conditional format or a table makes of the look of a cell.</summary>
    public XlsxLook Changed(XlsxLook look, string? change)
    {
        if (!int.TryParse(change, CultureInfo.InvariantCulture, out var at) || at < 0 || at >= changes.Count)
        {
            return look;
        }

        var font = changes[at].Element(S + "font");
        var letters = font is null ? look.Letters : look.Letters with
        {
            Colour = palette.Read(font.Element(S + "color")) ?? look.Letters.Colour,
            Bold = look.Letters.Bold || IsOn(font.Element(S + "b")),
        };
        var format = changes[at].Element(S + "numFmt") is { } own ? (string?)own.Attribute("formatCode") ?? "General" : look.Format;
        return look with { Letters = letters, Ground = Ground(changes[at].Element(S + "fill"), isChange: true) ?? look.Ground, Format = format };
    }

    /// <summary>The table styles that the workbook itself defines: which changes each makes.</summary>
    public IReadOnlyList<string> ChangesOf(string tableStyle) =>
        [.. root?.Element(S + "tableStyles")?.Elements(S + "tableStyle").Where(style => (string?)style.Attribute("name") == tableStyle)
            .Elements(S + "tableStyleElement").Select(element => (string?)element.Attribute("dxfId")).OfType<string>() ?? []];

    public XlsxLetters Letters(XElement font) => Named((string?)(font.Element(S + "name") ?? font.Element(S + "rFont"))?.Attribute("val"), new XlsxLetters(
        "Calibri",
        double.TryParse((string?)font.Element(S + "sz")?.Attribute("val"), CultureInfo.InvariantCulture, out var size) ? Math.Round(size, 1)
        : XlsxLetters.Plain.Size,
        IsOn(font.Element(S + "b")),
        IsOn(font.Element(S + "i")),
        font.Element(S + "u") is { } line && (string?)line.Attribute("val") != "none",
        IsOn(font.Element(S + "strike")),
        (string?)font.Element(S + "vertAlign")?.Attribute("val") is "superscript" or "subscript" ? (string?)font.Element(S + "vertAlign")!.Attribute("val")
        : null,
        palette.Read(font.Element(S + "color"))));

    private static XlsxLetters Named(string? name, XlsxLetters letters) => letters with
    {
        Font = Fonts.TryGetValue(name?.Trim() ?? "", out var known) ? known : letters.Font,
        AreSigns = XlsxSigns.IsSignFont(name),
    };

    private SeenColour? Ground(XElement fill) => Ground(fill, isChange: false);

    // A pattern and a gradient become the colour that they are from a distance.
    private SeenColour? Ground(XElement? fill, bool isChange)
    {
        if (fill?.Element(S + "gradientFill") is { } gradient)
        {
            var stops = gradient.Elements(S + "stop").Select(stop => palette.Read(stop.Element(S + "color")) ?? SeenColour.White).ToList();
            return stops.Count == 0 ? null : stops[0].Mixed(stops[^1], 0.5);
        }

        var pattern = fill?.Element(S + "patternFill");
        var kind = (string?)pattern?.Attribute("patternType") ?? (isChange ? "solid" : "none");
        if (pattern is null || kind == "none")
        {
            return null;
        }

        var (front, back) = (palette.Read(pattern.Element(S + "fgColor")), palette.Read(pattern.Element(S + "bgColor")));
        return kind == "solid" ? (isChange ? back ?? front : front ?? back)
            : (back ?? SeenColour.White).Mixed(front ?? SeenColour.Black,
            kind switch { "gray0625" => 0.06, "gray125" => 0.125, "lightGray" => 0.25, "darkGray" => 0.75, _ => 0.5 });
    }

    /// <summary>The sides of the frame as one value, so that equal looks are equal.</summary>
    private string Edges(XElement border) => string.Join(';', Sides.Select(side => (Side: side, Line: border.Element(S + side)))
        .Where(edge => Lines.Contains((string?)edge.Line?.Attribute("style"), StringComparer.Ordinal))
        .Select(edge => $"{edge.Side},{(string?)edge.Line!.Attribute("style")},{(palette.Read(edge.Line.Element(S + "color")) ?? SeenColour.Black).Hex}"));

    private string Format(XElement cell) =>
        (string?)cell.Attribute("numFmtId") is not { } id ? "General" : formats.GetValueOrDefault(id) ?? XlsxFormats.BuiltIn(id);

    private static XlsxPlace Place(XElement? alignment) => new(
        OneOf(Across, alignment?.Attribute("horizontal")),
        OneOf(Down, alignment?.Attribute("vertical")),
        IsTrue(alignment?.Attribute("wrapText")),
        IsTrue(alignment?.Attribute("shrinkToFit")),
        Whole(alignment?.Attribute("indent"), 250),
        Whole(alignment?.Attribute("textRotation"), 255));

    private IEnumerable<XElement> List(string name) => root?.Element(S + name)?.Elements() ?? [];

    private static T? At<T>(List<T> list, XElement cell, string attribute) =>
        int.TryParse((string?)cell.Attribute(attribute) ?? "0", CultureInfo.InvariantCulture, out var at) && at >= 0 && at < list.Count ? list[at] : default;

    private static string? OneOf(string[] known, XAttribute? attribute) => known.FirstOrDefault(each => each == (string?)attribute);

    private static int Whole(XAttribute? attribute, int most) =>
        int.TryParse((string?)attribute, CultureInfo.InvariantCulture, out var value) && value >= 0 && value <= most ? value : 0;

    private static bool IsOn(XElement? toggle) => toggle is not null && (string?)toggle.Attribute("val") is not ("0" or "false");

    public static bool IsTrue(XAttribute? attribute) => (string?)attribute is "1" or "true";
}
