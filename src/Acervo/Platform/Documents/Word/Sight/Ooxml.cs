using System.Globalization;
using System.Xml.Linq;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>The names that the XML of Word is written in, and its ways to write yes, no and numbers.</summary>
internal static class Ooxml
{
    public const int TwipsPerPoint = 20;
    public const double EmusPerPoint = 12700;

    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
    public static readonly XNamespace W15 = "http://schemas.microsoft.com/office/word/2012/wordml";
    public static readonly XNamespace Wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    public static readonly XNamespace Wps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
    public static readonly XNamespace Pic = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    public static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public static readonly XNamespace V = "urn:schemas-microsoft-com:vml";
    public static readonly XNamespace Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    public static readonly XNamespace M = "http://schemas.openxmlformats.org/officeDocument/2006/math";

    /// <summary>The attribute <c>val</c> of the element, in whatever namespace the element writes it.</summary>
    public static string? Val(this XElement? element) => element is null ? null : element.Text("val");

    /// <summary>An attribute by its local name: some vocabularies prefix theirs and some do not.</summary>
    public static string? Text(this XElement element, string name)
    {
        for (var attribute = element.FirstAttribute; attribute is not null; attribute = attribute.NextAttribute)
        {
            if (attribute.Name.LocalName == name && !attribute.IsNamespaceDeclaration)
            {
                return attribute.Value;
            }
        }

        return null;
    }

    public static bool IsOn(this XElement toggle) => toggle.Val() is not ("0" or "false" or "off");

    public static double? Number(string? text)
    {
        var plain = text?.Trim();
        var unit = plain is { Length: > 2 } ? PointsOf(plain[^2..]) : null;
        return double.TryParse(unit is null ? plain : plain![..^2], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number * (unit ?? 1)
            : null;
    }

    /// <summary>A length that Word writes in twips, or with its unit, in points.</summary>
    public static double? Points(string? text, double perPoint = TwipsPerPoint) =>
        text is { Length: > 2 } && PointsOf(text.Trim()[^2..]) is not null ? Number(text) : Number(text) / perPoint;

    private static double? PointsOf(string unit) => unit switch
    {
        "pt" => 1,
        "in" => 72,
        "cm" => 72 / 2.54,
        "mm" => 72 / 25.4,
        "pc" or "pi" => 12,
        "px" => 0.75,
        _ => null,
    };
}
