using static Acervo.Tests.Platform.Documents.Sight.SightPdf;

namespace Acervo.Tests.Platform.Documents.Sight;

/// <summary>Further ways to hide words in a PDF, and honest ones that look like them, written down after the reader.</summary>
internal static class LaterPdfWays
{
    private const string Canary = HiddenPdfTests.Canary;
    private const string Plain = HiddenPdfTests.Plain;

    private static readonly string Ramp = "<</FunctionType 2/Domain[0 1]/C0[1]/C1[0]/N 1>>";

    public static Dictionary<string, SightPdf> Hiding => new(StringComparer.Ordinal)
    {
        ["a shade of white"] = new($"/Pattern cs /P scn {Draw(Canary)} 0 g")
        {
            Resources = "/Pattern<</P<</Type/Pattern/PatternType 2/Shading<</ShadingType "
            + "2/ColorSpace/DeviceGray/Coords[0 0 600 0]/Function 8 0 "
            + "R/Extend[true true]>>>>>>",
            Objects = ["<</FunctionType 2/Domain[0 1]/C0[1]/C1[0.99]/N 1>>"]
        },
        ["white of a spot colour"] = new($"/C cs 0 scn {Draw(Canary)} 0 g")
        {
            Resources = "/ColorSpace<</C[/Separation/Tinta/DeviceGray 8 0 R]>>",
            Objects = [Ramp]
        },
        ["white of Lab"] = new($"/C cs 100 0 0 scn {Draw(Canary)} 0 g") { Resources = "/ColorSpace<</C[/Lab<</WhitePoint[0.95 1 1.09]>>]>>" },
        ["white of a profile"] = new($"/C cs 1 scn {Draw(Canary)} 0 g")
        {
            Resources = "/ColorSpace<</C[/ICCBased 8 0 R]>>",
            Objects = [Stream("/N 1/Alternate/DeviceGray", "")]
        },
        ["white ink of a press"] = new($"0 0 0 0 k {Draw(Canary)} 0 g"),
        ["white outlines"] = new($"1 G {Draw(Canary, how: "1 Tr")} 0 G"),
        ["outlines of no dash"] = new($"q [0 900] 400 d {Draw(Canary, how: "1 Tr")} Q"),
        ["raised off the sheet"] = new(Draw(Canary, how: "3000 Ts")),
        ["black that only lightens"] = new($"1 g 50 490 200 30 re f q /G gs 0 g {Draw(Canary)} Q") { Resources = "/ExtGState<</G<</BM/Lighten>>>>" },
        ["white that multiplies on a dark box"] = new("0 0 0.4 rg 50 490 200 30 re f q /G gs 1 g "
            + $"{Draw(Canary)} Q")
        { Resources = "/ExtGState<</G<</BM/Multiply>>>>" },
        ["in a form without room"] = Form("/BBox[0 0 1 1]", Draw(Canary)),
        ["in a form that inherits its mode"] = Form("/BBox[0 0 612 792]", Draw(Canary), "3 Tr"),
        ["in letters without strokes"] = Blank(),
        ["off a sheet turned by half"] = new(Draw(Canary, y: 20)) { Page = "/Rotate 180/CropBox[0 60 612 792]" },
        ["said of a blank"] = new($"/Span <</ActualText({Canary})>> BDC {Draw(" ")} EMC"),
        ["under a note of colour"] = new(Draw(Canary))
        {
            Page = "/Annots[8 0 R]",
            Objects = ["<</Type/Annot/Subtype/Square/Rect[50 490 250 520]/F 4/AP<</N 9 0 R>>>>",
        Stream("/Type/XObject/Subtype/Form/BBox[0 0 200 30]", "0.9 0.9 0.6 rg 0 0 200 30 re f")]
        },
        ["under a picture in its line"] = new($"{Draw(Canary)} q 200 0 0 30 50 490 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u00e0 EI Q"),
        ["white and upside down"] = new($"1 g BT /F 12 Tf -1 0 0 -1 260 500 Tm ({Canary}) Tj ET 0 g"),
        ["white and far apart"] = new($"1 g {Draw(Canary, how: "4 Tc")} 0 g"),
        ["upside down, a map that lies"] = new("BT /L 12 Tf -1 0 0 -1 260 500 Tm (xqjqgly akxyjblby) Tj ET") { Objects = [Map("xqjqgly akxyjblby", Canary)] },
        ["one word of a map that lies, among true ones"] = new($"{Draw("En la dependencia se", y: 520)}BT /L 12 Tf 60 500 Td (xqjqgly "
            + "akxyjblby) Tj ET")
        { Objects = [Map("xqjqgly akxyjblby", Canary)] },
    };

    public static Dictionary<string, SightPdf> Showing => new(StringComparer.Ordinal)
    {
        ["on a sheet turned by half"] = new(Draw(Plain)) { Page = "/Rotate 180" },
        ["upside down on an upright sheet"] = new($"BT /F 12 Tf -1 0 0 -1 260 500 Tm ({Plain}) Tj ET"),
        ["letters somewhat apart"] = new(Draw(Plain, how: "3 Tc")),
        ["letters far apart"] = new(Draw(Plain, how: "8 Tc")),
        ["narrow letters"] = new(Draw(Plain, how: "60 Tz")),
        ["wide letters"] = new(Draw(Plain, how: "150 Tz")),
        ["thickened"] = new(Draw(Plain, how: "2 Tr 0.4 w")),
        ["outlined"] = new(Draw(Plain, 18, how: "1 Tr 0.5 w")),
        ["black of a spot colour"] = new($"/C cs 1 scn {Draw(Plain)} 0 g")
        {
            Resources = "/ColorSpace<</C[/Separation/Tinta/DeviceGray 8 0 R]>>",
            Objects = [Ramp]
        },
        ["beside a large pale stamp"] = new($"0.85 g BT /F 60 Tf 0.8 0.6 -0.6 0.8 60 380 Tm (BORRADOR) Tj ET 0 g {Draw(Plain)}"),
        ["in lines that touch"] = new($"{Draw("Nombre del proyecto", y: 511)}{Draw(Plain)}{Draw("cada semestre del plan", y: 489)}"),
        ["struck through"] = new($"{Draw(Plain)} 60 503 100 0.7 re f"),
        ["in a form of its own"] = Form("/BBox[0 0 612 792]", Draw(Plain)),
    };

    private static SightPdf Form(string box, string drawing, string before = "") => new($"q {before} /X Do Q")
    {
        Resources = "/XObject<</X 8 0 R>>",
        Objects = [Stream($"/Type/XObject/Subtype/Form{box}/Resources<</Font<</F 5 0 R>>>>", drawing)],
    };

    /// <summary>A font whose letters are programs that draw nothing.</summary>
    private static SightPdf Blank()
    {
        var letters = string.Concat(Enumerable.Repeat("/n", 91));
        var widths = string.Join(' ', Enumerable.Repeat("0.5", 91));
        return new SightPdf("q /X Do Q")
        {
            Resources = "/XObject<</X 8 0 R>>",
            Objects =
            [
                Stream("/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F 9 0 R>>>>", Draw(Canary)),
                "<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<</n 10 0 "
                    + $"R>>/Encoding<</Type/Encoding/Differences[32{letters}]>>/FirstChar 32/LastChar 122/Widths[{widths}]/ToUnicode 11 0 R>>",
                Stream("", "0.5 0 d0"),
                Map(Canary, Canary),
            ],
        };
    }
}
