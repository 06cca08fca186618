using System.Globalization;
using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.XlsxCleaner;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Works out which colour is drawn where a workbook names one by theme, by number or by value.</summary>
internal sealed class XlsxPalette
{
    private const string Standard =
        "000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF8000000080000000808080008000800080"
        + "80C0C0C08080809999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF000080FF00FFFFFF0000FFFF8000808000000080800000FF00CCFFCCFFFFCCFFCC"
        + "FFFF9999CCFFFF99CCCC99FFFFCC993366FF33CCCC99CC00FFCC00FF9900FF6600666699969696003366339966003300333300993300993366333399333333";

    // Excel counts light before dark; the theme file the other way round.
    private static readonly string[] Order = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink",
        "folHlink"];
    private static readonly string[] Office = ["FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1",
        "954F72"];

    private readonly SeenColour[] theme;
    private readonly SeenColour[] indexed;

    public XlsxPalette(XElement? themePart, XElement? styles)
    {
        var scheme = themePart?.Descendants().FirstOrDefault(element => element.Name.LocalName == "clrScheme");
        theme = [.. Order.Select((name, at) => OfTheme(scheme?.Elements().FirstOrDefault(element => element.Name.LocalName == name))
            ?? SeenColour.Parse(Office[at])!.Value)];
        indexed = [.. Standard.Chunk(6).Select(hex => SeenColour.Parse(new string(hex))!.Value)];
        var own = styles?.Element(S + "colors")?.Element(S + "indexedColors")?.Elements(S + "rgbColor").Take(indexed.Length) ?? [];
        foreach (var (at, colour) in own.Index())
        {
            indexed[at] = SeenColour.Parse((string?)colour.Attribute("rgb")) ?? indexed[at];
        }
    }

    public SeenColour Accent(int number) => theme[Math.Clamp(number, 0, 6) is 0 ? 1 : number + 3];

    /// <summary>The colour that an element names; null when it leaves it to the program.</summary>
    public SeenColour? Read(XElement? element)
    {
        if (element is null || (string?)element.Attribute("auto") is "1" or "true")
        {
            return null;
        }

        var named = SeenColour.Parse((string?)element.Attribute("rgb")) ?? At(theme, element.Attribute("theme")) ?? At(indexed, element.Attribute("indexed"));
        var tint = double.TryParse((string?)element.Attribute("tint"), CultureInfo.InvariantCulture, out var value) ? value : 0;
        return named?.Mixed(tint < 0 ? SeenColour.Black : SeenColour.White, Math.Abs(tint));
    }

    private static SeenColour? At(SeenColour[] colours, XAttribute? attribute) =>
        int.TryParse((string?)attribute, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < colours.Length ? colours[at] : null;

    // What a program remembers of a colour of the system is only its word: windows are white and their text is black.
    private static SeenColour? OfTheme(XElement? element) => element?.Elements().FirstOrDefault() is not { } colour ? null
        : (string?)colour.Attribute("val") switch
        {
            "window" => SeenColour.White,
            "windowText" => SeenColour.Black,
            var value => SeenColour.Parse(value),
        };
}
