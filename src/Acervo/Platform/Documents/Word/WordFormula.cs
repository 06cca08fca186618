using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Math;

namespace Acervo.Platform.Documents.Word;

/// <summary>Writes a formula as people type it in a line: fractions with a bar, powers and roots with their signs.</summary>
internal static class WordFormula
{
    public static string Text(OpenXmlElement formula) => string.Concat(formula.ChildElements.Select(Part));

    private static string Part(OpenXmlElement part) => part switch
    {
        Fraction fraction => $"{Apart(Of<Numerator>(fraction))}/{Apart(Of<Denominator>(fraction))}",
        Superscript power => $"{Of<Base>(power)}^{Close(Of<SuperArgument>(power))}",
        Subscript index => $"{Of<Base>(index)}_{Close(Of<SubArgument>(index))}",
        Radical root => $"{Of<Degree>(root)}√({Of<Base>(root)})",
        Nary sum => $"{sum.NaryProperties?.AccentChar?.Val?.Value ?? "∫"}{Of<Base>(sum)}",
        Delimiter => $"({string.Join("; ", part.Elements<Base>().Select(Text))})",
        DocumentFormat.OpenXml.Math.Text text => text.Text,
        _ when part.LocalName.EndsWith("Pr", StringComparison.Ordinal) => "",
        DocumentFormat.OpenXml.Wordprocessing.Text text => text.Text,
        _ => Text(part),
    };

    private static string Of<T>(OpenXmlElement element)
        where T : OpenXmlElement => element.GetFirstChild<T>() is { } part ? Text(part) : "";

    private static string Apart(string text) => $"({text})";

    private static string Close(string text) => text.Length == 1 ? text : $"({text})";
}
