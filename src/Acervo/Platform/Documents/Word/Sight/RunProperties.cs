using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Reads the properties of letters (<c>rPr</c>), as they stand in runs, styles and defaults.</summary>
internal sealed class RunProperties(Paints paints, XElement? theme)
{
    private static readonly string[] ThemeKinds = ["major", "minor"];

    private readonly Dictionary<string, string> faces = Faces(theme);

    private const double HalfPoints = 2;

    public RunTraits Read(XElement? properties)
    {
        if (properties is null || !properties.HasElements)
        {
            return RunTraits.Silent;
        }

        var traits = new RunTraits();
        foreach (var property in properties.Elements())
        {
            traits = property.Name.Namespace == W ? Read(property, traits)
                : property.Name == W14 + "textFill" ? traits with { Fill = paints.Fill(property, isEffect: true) }
                : property.Name == W14 + "textOutline" ? traits with { Outline = paints.Fill(property, isEffect: true) }
                : traits;
        }

        return traits;
    }

    private RunTraits Read(XElement property, RunTraits traits) => property.Name.LocalName switch
    {
        "vanish" => traits with { Vanish = property.IsOn() },
        "specVanish" => traits with { SpecVanish = property.IsOn() },
        "webHidden" => traits with { WebHidden = property.IsOn() },
        "color" => traits with { Letters = paints.Letters(property) },
        "shd" => traits with { Shade = paints.Shade(property) },
        "highlight" => traits with { Highlight = paints.Highlight(property) },
        "sz" => traits with { Size = Points(property.Val(), HalfPoints) ?? traits.Size },
        "szCs" => traits with { ComplexSize = Points(property.Val(), HalfPoints) ?? traits.ComplexSize },
        "rtl" or "cs" => traits with { Complex = property.IsOn() },
        "w" => traits with { Scale = Percent(property.Val()) },
        "position" => traits with { Raise = Points(property.Val(), HalfPoints) },
        "spacing" => traits with { Spacing = Points(property.Val()) },
        "fitText" => traits with { Fit = Points(property.Val()) },
        "vertAlign" => traits with { Small = property.Val() is "superscript" or "subscript" },
        "rFonts" => traits with
        {
            Font = property.Text("asciiTheme") is { } named ? faces.GetValueOrDefault(named.Length > 5 ? named[..5] : named, "")
            : property.Text("ascii") ?? property.Text("hAnsi") ?? traits.Font
        },
        _ => traits,
    };

    /// <summary>The fonts that a theme gives to headings and to text.</summary>
    private static Dictionary<string, string> Faces(XElement? theme) => ThemeKinds
        .ToDictionary(kind => kind, kind => theme?.Descendants(A + (kind + "Font")).Elements(A + "latin").FirstOrDefault()?.Text("typeface") ?? "",
        StringComparer.Ordinal);

    private static double? Percent(string? text) => Number(text?.TrimEnd('%')) / 100;
}
