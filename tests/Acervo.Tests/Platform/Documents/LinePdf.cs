using System.Text;

namespace Acervo.Tests.Platform.Documents;

/// <summary>A PDF of one page made by hand: lines of text and nothing else, on a sheet of any size.</summary>
internal static class LinePdf
{
    public static byte[] Of(params IEnumerable<string> lines) => Of(612, 792, lines);

    public static byte[] Of(int width, int height, params IEnumerable<string> lines)
    {
        var draw = string.Concat(lines.Select((line, row) => $"BT /F 13 Tf 60 {700 - (row * 40)} Td ({line}) Tj ET\n"));
        return Encoding.Latin1.GetBytes(
            "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj\n"
            + $"3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Contents 4 0 R"
            + "/Resources<</Font<</F <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>>> endobj\n"
            + $"4 0 obj <</Length {draw.Length}>> stream\n{draw}endstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF");
    }
}
