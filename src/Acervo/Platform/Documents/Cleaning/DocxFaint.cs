using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.DocxNames;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Looks that hide what is no run of text and therefore has no place and no ground of its own: marks of lists, letters of formulas.</summary>
internal static class DocxFaint
{
    private const int Unreadable = 6;

    public static bool Is(XElement? look) => look is not null
        && (look.Element(W + "vanish").IsOn() || IsPale(look.Element(W + "color").Val())
        || (int.TryParse(look.Element(W + "sz").Val(), out var size) && size < Unreadable));

    private static bool IsPale(string? colour) =>
        colour is { Length: 6 } && colour.Where((_, at) => at % 2 == 0).All(digit => digit is 'F' or 'f' or 'E' or 'e');
}
