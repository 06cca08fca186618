using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.XlsxCleaner;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Writes the formats of the copy anew: only the looks that its cells have, without names.</summary>
internal sealed class XlsxStyleSheet
{
    private const int MostLooks = 60_000;
    private const int FirstOwnFormat = 164;
    private const string General = "General";

    private static readonly string[] Sides = ["left", "right", "top", "bottom"];

    private readonly Dictionary<XlsxLook, int> looks = new() { [XlsxLook.Plain] = 0 };

    /// <summary>The number by which a cell names this look.</summary>
    public int Number(XlsxLook drawn)
    {
        // The signs were put into words.
        var look = drawn with { Letters = drawn.Letters with { AreSigns = false } };
        if (!looks.TryGetValue(look, out var number))
        {
            looks[look] = number = looks.Count < MostLooks ? looks.Count
                : throw new CleaningException("El libro usa demasiados formatos distintos. Cópielo en un libro nuevo y súbalo otra vez.");
        }

        return number;
    }

    public XElement Write()
    {
        var letters = Numbered(look => look.Letters);
        var grounds = Numbered(look => look.Ground?.Hex ?? "");
        var edges = Numbered(look => look.Edges);
        var formats = Numbered(look => look.Format);
        return new XElement(
            S + "styleSheet",
            formats.Count == 1 ? null : new XElement(S + "numFmts", formats.Where(format => format.Key != General).Select(format =>
                new XElement(S + "numFmt", new XAttribute("numFmtId", FirstOwnFormat + format.Value), new XAttribute("formatCode", format.Key)))),
            new XElement(S + "fonts", letters.Keys.Select(each => Letters(each, "font"))),
            new XElement(S + "fills", Pattern("none"), Pattern("gray125"),
            grounds.Keys.Select(each => each.Length == 0 ? Pattern("none") : Pattern("solid", each))),
            new XElement(S + "borders", edges.Keys.Select(Frame)),
            new XElement(S + "cellStyleXfs", new XElement(S + "xf")),
            new XElement(S + "cellXfs", looks.Keys.Select(look => Cell(
                look, letters[look.Letters], grounds[look.Ground?.Hex ?? ""] + 2, edges[look.Edges],
                look.Format == General ? 0 : FirstOwnFormat + formats[look.Format]))));
    }

    /// <summary>A font, or what a piece of text changes of it: the names differ, the rest is the same.</summary>
    public static XElement Letters(XlsxLetters letters, string name) => new(
        S + name,
        letters.Bold ? new XElement(S + "b") : null,
        letters.Italic ? new XElement(S + "i") : null,
        letters.Struck ? new XElement(S + "strike") : null,
        letters.Underlined ? new XElement(S + "u") : null,
        letters.Raised is { } raised ? new XElement(S + "vertAlign", new XAttribute("val", raised)) : null,
        new XElement(S + "sz", new XAttribute("val", letters.Size)),
        letters.Colour is { } colour ? new XElement(S + "color", new XAttribute("rgb", colour.Hex)) : null,
        new XElement(S + (name == "font" ? "name" : "rFont"), new XAttribute("val", letters.Font)));

    private Dictionary<T, int> Numbered<T>(Func<XlsxLook, T> part)
        where T : notnull => looks.Keys.Select(part).Distinct().Select((each, at) => (each, at)).ToDictionary(pair => pair.each, pair => pair.at);

    private static XElement Pattern(string kind, string? colour = null) => new(
        S + "fill", new XElement(S + "patternFill", new XAttribute("patternType", kind),
        colour is null ? null : new XElement(S + "fgColor", new XAttribute("rgb", colour))));

    private static XElement Frame(string edges)
    {
        var lines = edges.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(edge => edge.Split(','))
            .ToDictionary(edge => edge[0], StringComparer.Ordinal);
        return new XElement(S + "border", Sides.Select(side => lines.TryGetValue(side, out var line)
            ? new XElement(S + side, new XAttribute("style", line[1]), new XElement(S + "color", new XAttribute("rgb", line[2])))
            : new XElement(S + side)));
    }

    private static XElement Cell(XlsxLook look, int letters, int ground, int edges, int format) => new(
        S + "xf",
        new XAttribute("numFmtId", format),
        new XAttribute("fontId", letters),
        new XAttribute("fillId", ground),
        new XAttribute("borderId", edges),
        new XAttribute("xfId", 0),
        new XAttribute("applyNumberFormat", 1),
        new XAttribute("applyFont", 1),
        new XAttribute("applyFill", 1),
        new XAttribute("applyBorder", 1),
        new XAttribute("applyAlignment", 1),
        new XElement(
            S + "alignment",
            look.Place.Across is { } across ? new XAttribute("horizontal", across) : null,
            look.Place.Down is { } down ? new XAttribute("vertical", down) : null,
            look.Place.Turn > 0 ? new XAttribute("textRotation", look.Place.Turn) : null,
            look.Place.Wraps ? new XAttribute("wrapText", 1) : null,
            look.Place.Indent > 0 ? new XAttribute("indent", look.Place.Indent) : null,
            look.Place.Shrinks ? new XAttribute("shrinkToFit", 1) : null));
}
