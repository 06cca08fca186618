using Acervo.Platform.Documents;
using Acervo.Tests.Platform.Documents.Sight;

namespace Acervo.Tests.Platform.Documents;

/// <summary>A PDF as it comes: pages that lie on their side, and boxes that somebody ticked or filled in.</summary>
public sealed class PdfPagesTests
{
    private static readonly string[] Lines = ["El equipo revisó cada trámite durante doce semanas", "y anotó lo que salió distinto de lo esperado.",
        "Después habló con las personas que atienden", "y cambió los formatos que nadie entendía."];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_page_that_was_scanned_on_its_side_or_upside_down_is_turned(int quarters)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var folder = new WorkFolder();
        await File.WriteAllBytesAsync(folder.File("hoja.pdf"), LinePdf.Of(Lines.Concat(Lines)), cancel);
        var drawn = Drawing.FromPgm(await ExternalTool.RunAsync("pdftoppm", ["-gray", "-r", "200", folder.File("hoja.pdf")], TimeSpan.FromSeconds(20), cancel));

        var document = await DocumentParser.ParseAsync(PicturePdf.Of([drawn.Quarters(quarters)], 200), cancel: cancel);

        Assert.Equal(DocumentKind.ScannedPdf, document.Kind);
        Assert.Contains("revisó cada trámite durante doce semanas", string.Join(' ', DocumentLines.Of(document.Blocks)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ticks_and_fields_of_a_form_are_read()
    {
        const string Font = "/Resources<</Font<</Z 12 0 R>>>>";
        static string Box(int at, bool isTicked) => $"<</Type/Annot/Subtype/Widget/FT/Btn/T(b{at})/F 4/P 3 0 R/Rect[{at} 496 {at + 14} 510]/V/{State(isTicked)}"
            + $"/AS/{State(isTicked)}/AP<</N<</Yes 10 0 R/Off 11 0 R>>>>>>";
        static string State(bool isTicked) => isTicked ? "Yes" : "Off";
        var pdf = new SightPdf(SightPdf.Draw("Si") + SightPdf.Draw("No", x: 160) + SightPdf.Draw("Nombre", y: 450))
        {
            Page = "/Annots[8 0 R 9 0 R 13 0 R]",
            Catalogue = "/AcroForm<</NeedAppearances true/Fields[8 0 R 9 0 R 13 0 R]/DR<</Font<</Helv 5 0 R/ZaDb 12 0 R>>>>/DA(/Helv 12 Tf 0 g)>>",
            Objects =
            [
                Box(84, isTicked: false), Box(184, isTicked: true),
                SightPdf.Stream("/Type/XObject/Subtype/Form/BBox[0 0 14 14]" + Font, "q 0 0 14 14 re S BT /Z 12 Tf 2 2 Td (4) Tj ET Q"),
                SightPdf.Stream("/Type/XObject/Subtype/Form/BBox[0 0 14 14]", "q 0 0 14 14 re S Q"),
                "<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>",
                "<</Type/Annot/Subtype/Widget/FT/Tx/T(n)/F 4/P 3 0 R/Rect[120 446 400 464]/V(Cartas claras)/DA(/Helv 12 Tf 0 g)>>",
            ],
        };

        var document = await DocumentParser.ParseAsync(pdf.ToBytes(), cancel: TestContext.Current.CancellationToken);

        var text = string.Join('\n', DocumentLines.Of(document.Blocks));
        Assert.Matches("Si[^✔✓]*No\\W*[✔✓]", text);
        Assert.Contains("Cartas claras", text, StringComparison.Ordinal);
        Assert.Null(document.Hidden);
    }
}
