using System.Globalization;
using System.Text;

namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>
/// A PDF with something planted in the places where PDF hides things: properties, attachment, script, notes, layers, invisible text, an old revision.
/// </summary>
internal static class HiddenPdf
{
    public static byte[] Write(byte[]? jpeg = null, int width = 1, int height = 1)
    {
        const string Page = "BT /F1 18 Tf 50 700 Td (VISIBLE texto) Tj ET BT /F1 12 Tf 3 Tr 50 650 Td (CANARIO-invisible) Tj 0 Tr ET /OC /oc1 BDC BT /F1 12 Tf "
            + "50 600 Td (CANARIO-capa) Tj ET EMC BT /F1 12 Tf 50 5000 Td (CANARIO-fuera) Tj ET";
        var picture = jpeg is null ? "" : " q 90 0 0 90 50 300 cm /Im1 Do Q";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(CANARIO-programa)>>/Names<</EmbeddedFiles<</Names[(a) 7 0 R]>>>>/Metadata 9 0 "
                + "R/AcroForm<</Fields[11 0 R]/DR<</Font<</F1 5 0 R>>>>/DA(/F1 12 Tf)>>/OCProperties<</OCGs[12 0 R]/D<</OFF[12 0 R]>>>>/Outlines 13 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</Im1 6 0 R>>/Properties<</oc1 12 0 "
                + "R>>>>/Annots[10 0 R 11 0 R]/PieceInfo<</X<</Private(CANARIO-privado)>>>>>>",
            Stream("", Page + picture),
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            jpeg is null ? "null" : Stream($"/Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceRGB/BitsPerComponent "
                + "8/Filter/DCTDecode", Encoding.Latin1.GetString(jpeg)),
            "<</Type/Filespec/F(CANARIO-adjunto.txt)/EF<</F 8 0 R>>>>",
            Stream("/Type/EmbeddedFile", "CANARIO-adjunto"),
            Stream("/Type/Metadata/Subtype/XML", "<x>CANARIO-xmp</x>"),
            "<</Type/Annot/Subtype/Text/Rect[100 400 120 420]/Contents(CANARIO-nota)/T(CANARIO-autor-nota)>>",
            "<</Type/Annot/Subtype/Widget/FT/Tx/T(CANARIO-campo)/TU(CANARIO-ayuda)/V(VISIBLE campo)/Rect[300 400 500 420]/DA(/F1 12 Tf 0 g)/P 3 0 R/F 4>>",
            "<</Type/OCG/Name(CANARIO-nombre-capa)>>",
            "<</Type/Outlines/First 14 0 R/Last 14 0 R/Count 1>>",
            "<</Title(CANARIO-marcador)/Parent 13 0 R/Dest[3 0 R/Fit]>>",
            "(CANARIO-version-anterior)",
            "<</Title(CANARIO-titulo)/Author(CANARIO-autor)/Producer(CANARIO-programa)/Secreto(CANARIO-propio)>>",
        ];
        return File(objects);
    }

    /// <summary>
    /// One page that says VISIBLE, with whatever else is given: what it draws, what its drawing needs, what the page and the catalogue say, and more objects
    /// (from number 6).
    /// </summary>
    public static byte[] Page(string content, string resources = "", string page = "", string catalogue = "", params string[] more) => File(
    [
        $"<</Type/Catalog/Pages 2 0 R{catalogue}>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>{resources}>>{page}>>",
        Stream("", $"BT /F1 18 Tf 50 700 Td (VISIBLE texto del informe) Tj ET {content}"),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        .. more,
        "<</Producer(prueba)>>",
    ]);

    public static string Stream(string entries, string data) => $"<<{entries}/Length {data.Length}>>stream\n{data}\nendstream";

    private static byte[] File(string[] objects)
    {
        var text = new StringBuilder("%PDF-1.7\n");
        var table = new StringBuilder();
        foreach (var (at, body) in objects.Index())
        {
            table.Append(CultureInfo.InvariantCulture, $"{text.Length:D10} 00000 n \n");
            text.Append(CultureInfo.InvariantCulture, $"{at + 1} 0 obj\n{body}\nendobj\n");
        }

        var start = text.Length;
        text.Append(CultureInfo.InvariantCulture,
            $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n{table}trailer<</Size {objects.Length + 1}/Root 1 0 R/Info {objects.Length} 0 "
                + $"R>>\nstartxref\n{start}\n%%EOF\nCANARIO-despues");
        return Encoding.Latin1.GetBytes(text.ToString());
    }
}
