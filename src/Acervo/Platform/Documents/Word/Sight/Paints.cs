using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Reads the ways in which Word writes a colour: letters, shading, highlights, and the fills of drawings and of text effects.</summary>
internal sealed class Paints(ThemeColours theme)
{
    private const double Whole = 100_000;

    // Word writes the transparency of a text effect where drawings write its opacity, and neither when it is opaque: both ends mean «not there».
    private const double AlmostNothing = 0.08;

    public Ink Letters(XElement colour) => theme.Of(colour) is { } rgb ? new Ink(rgb) : Ink.Automatic;

    public Ink Highlight(XElement highlight) => Rgb.Parse(highlight.Val()) is { } rgb ? new Ink(rgb) : Ink.Automatic;

    /// <summary>A surface: its colour and the pattern drawn on it; automatic when nothing is.</summary>
    public Ink Shade(XElement shade)
    {
        var pattern = shade.Val() ?? "clear";
        var fill = theme.Of(shade, "fill", "themeFill", "themeFillTint", "themeFillShade");
        var share = Share(pattern);
        if (pattern is "nil" || share == 0)
        {
            return pattern is "nil" || fill is null ? Ink.Automatic : new Ink(fill);
        }

        return new Ink((fill ?? Rgb.White).Mix(theme.Of(shade, "color") ?? Rgb.Black, share));
    }

    /// <summary>The colours of a fill (<c>solidFill</c>, <c>gradFill</c>, <c>noFill</c>…), whichever element holds it; null when it says nothing.</summary>
    public IReadOnlyList<Ink>? Fill(XElement? holder, bool isEffect = false)
    {
        var fill = holder?.Elements().FirstOrDefault(element => element.Name.LocalName.EndsWith("Fill", StringComparison.Ordinal));
        return fill?.Name.LocalName switch
        {
            null or "grpFill" => null,
            "noFill" => [Ink.None],
            "solidFill" => [.. fill.Elements().Select(colour => Drawn(colour, isEffect)).Take(1)],
            "gradFill" => [.. fill.Descendants().Where(stop => stop.Name.LocalName == "gs").Take(20)
                .Select(stop => stop.Elements().FirstOrDefault() is { } colour ? Drawn(colour, isEffect) : Ink.Automatic)],
            _ => null,
        };
    }

    /// <summary>The fill that a shape takes from the theme (<c>fillRef</c>).</summary>
    public IReadOnlyList<Ink>? Reference(XElement? reference) =>
        reference is not null && reference.Text("idx") is not (null or "0") && reference.Elements().FirstOrDefault() is { } colour ? [Drawn(colour, false)]
        : null;

    private Ink Drawn(XElement colour, bool isEffect)
    {
        var rgb = colour.Name.LocalName switch
        {
            "schemeClr" => theme.Named(colour.Val()),
            "sysClr" => Rgb.Parse(colour.Text("lastClr") ?? colour.Val()),
            "scrgbClr" => new Rgb(Part(colour.Text("r")), Part(colour.Text("g")), Part(colour.Text("b"))),
            _ => Rgb.Parse(colour.Val()),
        };
        var opacity = 1.0;
        foreach (var change in colour.Elements())
        {
            var share = Part(change.Val());
            (rgb, opacity) = change.Name.LocalName switch
            {
                "lumMod" => (rgb?.Lighten(share, 0), opacity),
                "lumOff" => (rgb?.Lighten(1, share), opacity),
                "tint" => (rgb?.Mix(Rgb.White, 1 - share), opacity),
                "shade" => (rgb?.Mix(Rgb.Black, 1 - share), opacity),
                "alpha" => (rgb, isEffect ? (share < AlmostNothing ? 0 : 1 - share) : share),
                _ => (rgb, opacity),
            };
        }

        return new Ink(rgb, opacity < AlmostNothing ? 0 : opacity);
    }

    private static double Part(string? text) =>
        text is [.., '%'] ? (Number(text[..^1]) ?? 100) / 100 : (Number(text) ?? Whole) / Whole;

    private static double Share(string pattern) => pattern switch
    {
        "clear" or "nil" => 0,
        "solid" => 1,
        ['p', 'c', 't', .. var digits] when Number(digits) is { } percent => Math.Clamp(percent / 100, 0, 1),
        _ => 0.5,
    };
}
