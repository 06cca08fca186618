using System.Globalization;
using Acervo.Platform.Documents;
using static Acervo.Tests.Platform.Documents.Sight.SightPdf;

namespace Acervo.Tests.Platform.Documents.Sight;

/// <summary>What nobody sees on a page of a PDF is not read and is told; what is seen is read, however it is drawn.</summary>
public sealed class HiddenPdfTests
{
    internal const string Canary = "canario escondido";
    internal const string Plain = "bien visible aqui";

    private static readonly string Picture = Stream("/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8",
        "\u00f0\u0080\u00a0\u0060");
    private static readonly string White = Stream("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", "\u00ff");
    private static readonly string Note = Stream("/Type/XObject/Subtype/Form/BBox[0 0 240 30]/Resources<</Font<</F 5 0 R>>>>", Draw(Canary, 12, 2, 10));
    private static readonly string Blank = Stream("/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Group<</S/Transparency/CS/DeviceGray>>", "");
    private static readonly string Noise = string.Concat(Enumerable.Range(0, 600)
        .Select(dot => string.Create(CultureInfo.InvariantCulture, $"{dot * 37 % 100 / 100.0:0.##} g {50 + (dot % 60 * 3)} {490 + (dot / 60 * 3)} 3 3 re f ")));

    private static readonly Dictionary<string, SightPdf> Hiding = new(StringComparer.Ordinal)
    {
        ["render mode 3"] = new(Draw(Canary, how: "3 Tr")),
        ["render mode 7"] = new(Draw(Canary, how: "7 Tr")),
        ["alpha 0"] = new($"q /G gs {Draw(Canary)} Q") { Resources = "/ExtGState<</G<</ca 0>>>>" },
        ["alpha of three in a hundred"] = new($"q /G gs {Draw(Canary)} Q") { Resources = "/ExtGState<</G<</ca 0.03>>>>" },
        ["clipped away"] = new($"q 0 0 5 5 re W n {Draw(Canary)} Q"),
        ["above the sheet"] = new(Draw(Canary, y: 5000)),
        ["left of the sheet"] = new(Draw(Canary, x: -300)),
        ["outside the crop box"] = new(Draw(Canary, y: 20)) { Page = "/CropBox[0 60 612 792]" },
        ["white"] = new($"1 g {Draw(Canary)} 0 g"),
        ["nearly white"] = new($"0.95 g {Draw(Canary)} 0 g"),
        ["white in the middle of a line"] = new($"BT /F 12 Tf 60 500 Td (Se ve antes ) Tj 1 g ({Canary}) Tj 0 g ( y se ve despues) Tj ET"),
        ["the colour of a dark box"] = new($"0 0 0.4 rg 50 490 200 30 re f 0 0 0.42 rg {Draw(Canary)} 0 g"),
        ["one point"] = new(Draw(Canary, 1)),
        ["scaled to nothing"] = new($"q 0.05 0 0 0.05 60 500 cm {Draw(Canary, x: 0, y: 0)} Q"),
        ["squeezed"] = new(Draw(Canary, how: "2 Tz")),
        ["under a dark box"] = new($"{Draw(Canary)} 0.2 g 50 490 200 30 re f 0 g"),
        ["under a white box"] = new($"{Draw(Canary)} 1 g 50 490 200 30 re f 0 g"),
        ["under a picture"] = new($"{Draw(Canary)} q 200 0 0 30 50 490 cm /I Do Q") { Resources = "/XObject<</I 8 0 R>>", Objects = [Picture] },
        ["under a white picture"] = new($"{Draw(Canary)} q 200 0 0 30 50 490 cm /I Do Q") { Resources = "/XObject<</I 8 0 R>>", Objects = [White] },
        ["under noise"] = new(Draw(Canary) + Noise + " 0 g"),
        ["under other words"] = new($"{Draw(Canary)} 1 g 50 490 200 30 re f 0 g {Draw("palabra cualquiera")}"),
        ["in a hidden layer"] = new($"/OC /oc BDC {Draw(Canary)} EMC")
        {
            Resources = "/Properties<</oc 8 0 R>>",
            Objects = ["<</Type/OCG/Name(x)>>"],
            Catalogue = "/OCProperties<</OCGs[8 0 R]/D<</OFF[8 0 R]>>>>"
        },
        ["in a hidden note"] = new("")
        {
            Page = "/Annots[8 0 R]",
            Objects = [$"<</Type/Annot/Subtype/FreeText/Rect[60 490 300 520]/F 2/Contents({Canary})/AP<</N 9 0 R>>>>", Note]
        },
        ["in a pattern of nothing"] = new($"/Pattern cs /P scn {Draw(Canary)} 0 g")
        {
            Resources = "/Pattern<</P 8 0 R>>",
            Objects = [Stream("/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 1/YStep 1/Resources<<>>", "")]
        },
        ["behind a soft mask"] = new($"q /G gs {Draw(Canary)} Q") { Resources = "/ExtGState<</G<</SMask<</S/Luminosity/G 8 0 R>>>>>>", Objects = [Blank] },
        ["turned and off the sheet"] = new($"BT /F 12 Tf 0 1 -1 0 -30 300 Tm ({Canary}) Tj ET"),
        ["said and not drawn"] = new($"/Span <</ActualText({Canary})>> BDC {Draw("otra cosa dibujada")} EMC"),
        ["a map that lies"] = new("BT /L 12 Tf 60 500 Td (xqjqgly akxyjblby) Tj ET") { Objects = [Map("xqjqgly akxyjblby", "canario escondido")] },
        ["white under a black line"] = new($"1 g {Draw(Canary)} 0 g 50 503 200 1 re f"),
        ["upside down and mirrored"] = new($"BT /F 12 Tf -1 0 0 1 260 500 Tm ({Canary}) Tj ET"),
    };

    private static readonly Dictionary<string, SightPdf> Showing = new(StringComparer.Ordinal)
    {
        ["plain"] = new(Draw(Plain)),
        ["white on a dark header"] = new($"0 0 0.4 rg 50 490 200 30 re f 1 g {Draw(Plain)} 0 g"),
        ["light grey"] = new($"0.7 g {Draw(Plain)} 0 g"),
        ["six points"] = new(Draw(Plain, 6)),
        ["over a picture"] = new($"q 200 0 0 30 50 490 cm /I Do Q {Draw(Plain)}") { Resources = "/XObject<</I 8 0 R>>", Objects = [Picture] },
        ["over a coloured box"] = new($"1 0.8 0 rg 50 490 200 30 re f 0.6 0 0 rg {Draw(Plain)} 0 g"),
        ["in a serif letter"] = new($"BT /S 12 Tf 60 500 Td ({Plain}) Tj ET"),
        ["half transparent"] = new($"q /G gs {Draw(Plain)} Q") { Resources = "/ExtGState<</G<</ca 0.5>>>>" },
        ["underlined"] = new($"{Draw(Plain)} 60 498 110 0.7 re f"),
        ["in a box drawn before"] = new($"0.9 g 50 490 200 30 re f 0 g {Draw(Plain)} 50 490 200 30 re S"),
        ["in a note"] = new("")
        {
            Page = "/Annots[8 0 R]",
            Objects = [$"<</Type/Annot/Subtype/FreeText/Rect[60 490 300 520]/F 4/Contents({Plain})/AP<</N 9 0 R>>>>",
        Note.Replace(Canary, Plain, StringComparison.Ordinal)]
        },
        ["a map that is right"] = new($"BT /L 12 Tf 60 500 Td ({Plain}) Tj ET") { Objects = [Map(Plain, Plain)] },
    };

    public static TheoryData<string> Ways => [.. Hiding.Keys, .. LaterPdfWays.Hiding.Keys];

    public static TheoryData<string> Seen => [.. Showing.Keys, .. LaterPdfWays.Showing.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_nobody_sees_is_not_read_and_is_told(string way)
    {
        var document = await ReadAsync(Hiding.GetValueOrDefault(way) ?? LaterPdfWays.Hiding[way]);

        var text = string.Join('\n', DocumentLines.Of(document.Blocks));
        Assert.DoesNotContain("canario", text, StringComparison.Ordinal);
        Assert.DoesNotContain("escondido", text, StringComparison.Ordinal);
        Assert.Contains("renglon 5", text, StringComparison.Ordinal);
        if (way is not ("in a hidden layer" or "in a hidden note")) // what poppler itself leaves out
        {
            Assert.Equal(Canary, string.Join(' ', document.Hidden!.Passages.Select(passage => passage.Text)));
        }
    }

    [Theory]
    [MemberData(nameof(Seen))]
    public async Task What_is_seen_is_read(string way)
    {
        var document = await ReadAsync(Showing.GetValueOrDefault(way) ?? LaterPdfWays.Showing[way]);

        Assert.Contains(Plain, string.Join('\n', DocumentLines.Of(document.Blocks)), StringComparison.Ordinal);
        Assert.Null(document.Hidden);
    }

    private static Task<DocumentText> ReadAsync(SightPdf file) => DocumentParser.ParseAsync(file.ToBytes(), cancel: TestContext.Current.CancellationToken);
}
