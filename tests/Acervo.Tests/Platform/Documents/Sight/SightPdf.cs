using System.Globalization;
using System.Text;

namespace Acervo.Tests.Platform.Documents.Sight;

/// <summary>A PDF of one page with some lines that everybody sees, and one thing more that a test draws in its own way.</summary>
internal sealed record SightPdf(string Drawing)
{
    private const int First = 8;

    /// <summary>More entries of the page, of its resources and of the catalogue.</summary>
    public string Page { get; init; } = "";

    public string Resources { get; init; } = "";

    public string Catalogue { get; init; } = "";

    /// <summary>More objects, from number 8.</summary>
    public string[] Objects { get; init; } = [];

    /// <summary>Text in Helvetica at a place that no line of the page takes.</summary>
    public static string Draw(string words, int size = 12, int x = 60, int y = 500, string how = "") =>
        string.Create(CultureInfo.InvariantCulture, $"BT /F {size} Tf {how} {x} {y} Td ({words}) Tj ET\n");

    public static string Stream(string entries, string data) => $"<<{entries}/Length {data.Length}>>stream\n{data}\nendstream";

    /// <summary>A map from codes to letters that says other letters than are drawn.</summary>
    public static string Map(string drawn, string said)
    {
        var pairs = drawn.Zip(said).Distinct().Select(pair => $"<{(int)pair.First:x2}><{(int)pair.Second:x4}>").ToList();
        return Stream("", $"/CIDInit/ProcSet findresource begin begincmap /CMapName/X def 1 begincodespacerange <00><ff> endcodespacerange {pairs.Count} "
            + $"beginbfchar\n{string.Join('\n', pairs)}\nendbfchar endcmap end");
    }

    public byte[] ToBytes()
    {
        var lines = string.Concat(Enumerable.Range(0, 6)
            .Select(line => Draw($"Antes se ve la ficha de buenas practicas en su renglon {line}", 12, 60, 740 - (20 * line))));
        string[] objects =
        [
            $"<</Type/Catalog/Pages 2 0 R{Catalogue}>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]{Page}/Contents 4 0 R/Resources<</Font<</F 5 0 R/L 6 0 R/S 7 0 R>>{Resources}>>>>",
            Stream("", lines + Drawing),
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            Objects.Length > 0 && Objects[0].Contains("begincmap", StringComparison.Ordinal)
            ? $"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode {First} 0 R>>" : "null",
            "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>",
            .. Objects,
        ];
        var text = new StringBuilder("%PDF-1.7\n");
        var table = new StringBuilder();
        foreach (var (at, body) in objects.Index())
        {
            table.Append(CultureInfo.InvariantCulture, $"{text.Length:D10} 00000 n \n");
            text.Append(CultureInfo.InvariantCulture, $"{at + 1} 0 obj\n{body}\nendobj\n");
        }

        var start = text.Length;
        text.Append(CultureInfo.InvariantCulture,
            $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n{table}trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF");
        return Encoding.Latin1.GetBytes(text.ToString());
    }
}
