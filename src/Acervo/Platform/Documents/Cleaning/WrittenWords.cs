using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.DocxNames;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The words that are written in a Word document, for comparing: capital letters without accents, and digits.</summary>
internal static partial class WrittenWords
{
    private const int Shortest = 3;

    public static IReadOnlyList<string> Of(byte[] docx)
    {
        var package = OfficePackage.Read(docx);
        return [.. package.Names
            .Where(name => name.StartsWith("word/", StringComparison.Ordinal) && name.EndsWith(".xml", StringComparison.Ordinal))
            .Select(name => OfficeXml.Read(package[name]))
            .SelectMany(root => root.Descendants(W + "p"))
            .SelectMany(paragraph => In(Text(paragraph)))];
    }

    /// <summary>Letters and digits of what a page shows, however it sets them apart.</summary>
    public static IEnumerable<string> Pieces(string text) => Piece().Matches(Plain(text)).Select(match => match.Value);

    private static IEnumerable<string> In(string text) => Pieces(text).Where(piece => piece.Length >= Shortest);

    /// <summary>As it is compared: without accents, in capitals.</summary>
    private static string Plain(string text)
    {
        var letters = text.Normalize(NormalizationForm.FormKD)
            .Where(letter => System.Globalization.CharUnicodeInfo.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.NonSpacingMark);
        return string.Concat(letters).ToUpperInvariant();
    }

    /// <summary>What the paragraph itself says; boxes that hang on it have paragraphs of their own.</summary>
    private static string Text(XElement paragraph) => string.Concat(paragraph.Descendants()
        .Where(element => element.Name.LocalName is "t" or "tab" or "br" or "cr" or "noBreakHyphen" && element.Ancestors(W + "p").First() == paragraph
        && element.Parent!.Name != W + "tabs"
            && element.Parent.Parent?.Name != W + "fldSimple")
        .Select(element => element.Name.LocalName == "t" ? element.Value : " "));

    [GeneratedRegex(@"\p{L}+|\p{Nd}+", RegexOptions.NonBacktracking)]
    private static partial Regex Piece();
}
