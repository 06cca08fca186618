using System.Globalization;
using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>The colours that the theme of a document gives to its names, as its settings map them.</summary>
internal sealed class ThemeColours
{
    private static readonly (string Name, string Hex)[] Office =
    [
        ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "44546A"), ("lt2", "E7E6E6"), ("accent1", "4472C4"), ("accent2", "ED7D31"),
        ("accent3", "A5A5A5"), ("accent4", "FFC000"), ("accent5", "5B9BD5"), ("accent6", "70AD47"), ("hlink", "0563C1"), ("folHlink", "954F72"),
    ];

    private static readonly Dictionary<string, string> Slots = new(StringComparer.Ordinal)
    {
        ["dark1"] = "dk1",
        ["light1"] = "lt1",
        ["dark2"] = "dk2",
        ["light2"] = "lt2",
        ["hyperlink"] = "hlink",
        ["followedHyperlink"] = "folHlink",
        ["bg1"] = "lt1",
        ["background1"] = "lt1",
        ["t1"] = "dk1",
        ["tx1"] = "dk1",
        ["text1"] = "dk1",
        ["bg2"] = "lt2",
        ["background2"] = "lt2",
        ["t2"] = "dk2",
        ["tx2"] = "dk2",
        ["text2"] = "dk2",
    };

    private static readonly (string Setting, string[] Names)[] Mapped =
    [
        ("bg1", ["bg1", "background1"]), ("t1", ["t1", "tx1", "text1"]), ("bg2", ["bg2", "background2"]), ("t2", ["t2", "tx2", "text2"]),
        ("accent1", ["accent1"]), ("accent2", ["accent2"]), ("accent3", ["accent3"]),
        ("accent4", ["accent4"]), ("accent5", ["accent5"]), ("accent6", ["accent6"]),
        ("hyperlink", ["hyperlink", "hlink"]), ("followedHyperlink", ["followedHyperlink", "folHlink"]),
    ];

    private readonly Dictionary<string, Rgb> colours = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> slots = new(Slots, StringComparer.Ordinal);

    public ThemeColours(XElement? theme, XElement? settings)
    {
        foreach (var (name, hex) in Office)
        {
            colours[name] = Rgb.Parse(hex)!.Value;
        }

        foreach (var colour in theme?.Descendants(A + "clrScheme").FirstOrDefault()?.Elements() ?? [])
        {
            if (colour.Elements().FirstOrDefault() is { } value && Rgb.Parse(value.Text("lastClr") ?? value.Val()) is { } rgb)
            {
                colours[colour.Name.LocalName] = rgb;
            }
        }

        if (settings?.Element(W + "clrSchemeMapping") is { } mapping)
        {
            foreach (var (setting, names) in Mapped)
            {
                if (mapping.Text(setting) is { } target)
                {
                    Array.ForEach(names, name => slots[name] = Slots.GetValueOrDefault(target, target));
                }
            }
        }
    }

    public Rgb? Named(string? name) =>
        name is not null && colours.TryGetValue(slots.GetValueOrDefault(name, name), out var rgb) ? rgb : null;

    /// <summary>A colour written as attributes: its theme name with tint and shade goes before its value, as in Word.</summary>
    public Rgb? Of(XElement element, string plain = "val", string theme = "themeColor", string tint = "themeTint", string shade = "themeShade")
    {
        if (Named(element.Text(theme)) is not { } rgb)
        {
            return Rgb.Parse(element.Text(plain));
        }

        rgb = Share(element.Text(tint)) is { } lighter ? rgb.Lighten(lighter, 1 - lighter) : rgb;
        return Share(element.Text(shade)) is { } darker ? rgb.Lighten(darker, 0) : rgb;
    }

    private static double? Share(string? hex) =>
        int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value) ? Math.Clamp(value / 255.0, 0, 1) : null;
}
