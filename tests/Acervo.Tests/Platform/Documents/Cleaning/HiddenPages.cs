namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>The ways to keep a word in a PDF where nobody sees it; a word that is drawn at all stands between 590 and 630 points from below.</summary>
internal static class HiddenPages
{
    private const string Word = "BT /F1 20 Tf 60 600 Td (CANARIO secreto) Tj ET";
    private const string Annotation = "/Annots[6 0 R]";

    public static readonly IReadOnlyDictionary<string, Func<byte[]>> Ways = new Dictionary<string, Func<byte[]>>(StringComparer.Ordinal)
    {
        ["without fill or line"] = () => HiddenPdf.Page("BT 3 Tr /F1 20 Tf 60 600 Td (CANARIO secreto) Tj ET"),
        ["as a clip"] = () => HiddenPdf.Page("q BT 7 Tr /F1 20 Tf 60 600 Td (CANARIO secreto) Tj ET Q"),
        ["white"] = () => HiddenPdf.Page($"1 g {Word}"),
        ["almost white"] = () => HiddenPdf.Page($"0.94 g {Word}"),
        ["white in printer's colours"] = () => HiddenPdf.Page($"0 0 0.02 0 k {Word}"),
        ["of the colour of its box"] = () => HiddenPdf.Page($"0.2 0.4 0.6 rg 0 580 612 60 re f 0.21 0.41 0.61 rg {Word}"),
        ["one point tall"] = () => HiddenPdf.Page("BT /F1 1 Tf 60 600 Td (CANARIO secreto) Tj ET"),
        ["scaled to dust"] = () => HiddenPdf.Page("BT /F1 20 Tf 0.04 0 0 0.04 60 600 Tm (CANARIO secreto) Tj ET"),
        ["under a white box"] = () => HiddenPdf.Page($"{Word} 1 g 0 580 612 60 re f"),
        ["under a black bar"] = () => HiddenPdf.Page($"{Word} 0 g 0 580 612 60 re f"),
        ["under a picture"] = () => HiddenPdf.Page($"{Word} q 612 0 0 60 0 580 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u00FF EI Q"),
        ["wholly clear"] = () => HiddenPdf.Page($"/G0 gs {Word}", "/ExtGState<</G0<</ca 0/CA 0>>>>"),
        ["almost clear"] = () => HiddenPdf.Page($"/G0 gs {Word}", "/ExtGState<</G0<</ca 0.03>>>>"),
        ["clipped away"] = () => HiddenPdf.Page($"q 0 0 10 10 re W n {Word} Q"),
        ["outside the crop"] = () => HiddenPdf.Page("BT /F1 20 Tf 60 40 Td (CANARIO secreto) Tj ET", page: "/CropBox[0 100 612 792]"),
        ["outside the paper"] = () => HiddenPdf.Page("BT /F1 20 Tf 60 2000 Td (CANARIO secreto) Tj ET"),
        ["in a layer that is off"] = () => HiddenPdf.Page($"/OC /L BDC {Word} EMC", "/Properties<</L 6 0 R>>", "",
        "/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>", "<</Type/OCG/Name(CANARIO)>>"),
        ["letters that say others"] = () => HiddenPdf.Page("BT /F2 20 Tf 60 660 Td (abcdefg) Tj ET",
        more: ["<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>", Lie]),
        ["words for a piece of drawing"] = () => HiddenPdf.Page("/Span<</ActualText(CANARIO)/Alt(CANARIO)/E(CANARIO)>>BDC 0 0 m 5 5 l S EMC"),
        ["in a note"] = () => HiddenPdf.Page("", page: Annotation, more: "<</Type/Annot/Subtype/Text/Rect[60 600 80 620]/F 2/Contents(CANARIO)/T(CANARIO)>>"),
        ["in a hidden field"] = () => HiddenPdf.Page("", "", Annotation, "/AcroForm<</Fields[6 0 R]/DR<</Font<</F1 5 0 R>>>>/DA(/F1 12 Tf)>>",
        "<</Type/Annot/Subtype/Widget/FT/Tx/F 2/V(CANARIO)/DV(CANARIO)/T(CANARIO)/Rect[60 600 300 620]/DA(/F1 12 Tf)>>"),
        ["in a link"] = () => HiddenPdf.Page("", page: Annotation,
        more: "<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[60 600 80 620]/A<</S/URI/URI(https://www.example.gov.co/CANARIO)>>>>"),
        ["in the bookmarks"] = () => HiddenPdf.Page("", catalogue: "/Outlines 6 0 R",
        more: ["<</Type/Outlines/First 7 0 R/Last 7 0 R/Count 1>>", "<</Title(CANARIO)/Parent 6 0 R/Dest[3 0 R/Fit]>>"]),
        ["in an attachment"] = () => HiddenPdf.Page("", catalogue: "/Names<</EmbeddedFiles<</Names[(CANARIO)6 0 R]>>>>",
        more: ["<</Type/Filespec/F(CANARIO)/EF<</F 7 0 R>>>>", HiddenPdf.Stream("/Type/EmbeddedFile", "CANARIO")]),
        ["in the metadata"] = () => HiddenPdf.Page("", catalogue: "/Metadata 6 0 R/Lang(CANARIO)",
        more: HiddenPdf.Stream("/Type/Metadata/Subtype/XML", "<x>CANARIO</x>")),
        ["in a program"] = () => HiddenPdf.Page("", catalogue: "/OpenAction<</S/JavaScript/JS(CANARIO)>>"),
        ["in the labels of pages"] = () => HiddenPdf.Page("", catalogue: "/PageLabels<</Nums[0<</P(CANARIO)>>]>>"),
        ["in the tags"] = () => HiddenPdf.Page("",
        catalogue: "/MarkInfo<</Marked true>>/StructTreeRoot<</K<</S/P/T(CANARIO)/Alt(CANARIO)/ActualText(CANARIO)>>>>"),
        ["private data of a program"] = () => HiddenPdf.Page("", page: "/PieceInfo<</X<</Private(CANARIO)>>>>"),
        ["a font without shapes"] = () => HiddenPdf.Page("BT /F2 20 Tf 60 600 Td (CANARIO) Tj ET",
        more: ["<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<<>>/Encoding<</Differences[65/A]>>/FirstChar "
            + "65/LastChar 90/Widths[" + string.Concat(Enumerable.Repeat("1 ", 26)) + "]>>"]),
        ["a comment between drawings"] = () => HiddenPdf.Page("% CANARIO\n"),
        ["after its end"] = () => HiddenPdf.Page(""),
    };

    // Says that «abcdefg» are the letters of the hidden word.
    private static string Lie => HiddenPdf.Stream("",
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange 7 "
            + "beginbfchar <61> <0043> <62> <0041> <63> <004E> <64> <0041> <65> <0052> <66> <0049> <67> <004F> endbfchar endcmap end end");
}
