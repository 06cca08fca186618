using System.Text;
using Acervo.Platform.Documents.Cleaning;

namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>Ways to hide a word that were thought of after the cleaners were written, as somebody would who wants to get past them.</summary>
internal static class LaterWays
{
    private const string Draw = "xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
    private const string Plain = """<row r="2"><c r="B2" t="s"><v>1</v></c></row>""";
    private const string Shape = """<xdr:sp><xdr:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></xdr:spPr></xdr:sp>""";
    private const string Anchor = "<xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff>"
        + "</xdr:from><xdr:to><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>5</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>";
    private const string Pale = "0.94 g BT /F1 20 Tf 60 600 Td (CANARIO secreto) Tj ET";

    public static readonly IReadOnlyDictionary<string,
        (CleanableKind Kind, Func<byte[]> Write)> Ways = new Dictionary<string, (CleanableKind Kind, Func<byte[]> Write)>(StringComparer.Ordinal)
        {
            ["xlsx: pushed below by empty lines"] = Book(new()
            {
                Rows = $"<row r=\"2\" ht=\"15\" customHeight=\"1\"><c r=\"B2\" t=\"s\"><v>2</v></c></row>",
                Strings = $"<si><t xml:space=\"preserve\">VISIBLE{string.Concat(Enumerable.Repeat("&#10;", 200))}CANARIO</t></si>"
            }),
            ["xlsx: pushed away by blanks"] = Book(new()
            {
                Rows = """<row r="2"><c r="B2" t="s"><v>2</v></c><c r="C2"><v>7</v></c></row>""",
                Strings = $"<si><t xml:space=\"preserve\">VISIBLE{new string(' ', 300)}CANARIO</t></si>"
            }),
            ["xlsx: pieces after a whole text"] = Book(new()
            {
                Rows = """<row r="2"><c r="B2" t="s"><v>2</v></c></row>""",
                Strings = "<si><t>VISIBLE</t><r><t>CANARIO</t></r></si>"
            }),
            ["xlsx: the same cell twice"] = Book(new() { Rows = """<row r="2"><c r="B2" t="s"><v>1</v></c><c r="B2"><v>7</v></c></row>""" }),
            ["xlsx: black by a scale of colours"] = Book(new()
            {
                Rows = """<row r="2"><c r="B2" t="s" s="0"><v>1</v></c></row>""",
                After = """<conditionalFormatting sqref="B2"><cfRule type="colorScale" priority="1"><colorScale><cfvo type="min"/><cfvo type="max"/><color """
                    + """rgb="FF000000"/><color rgb="FF000000"/></colorScale></cfRule></conditionalFormatting>"""
            }),
            ["xlsx: under a group of shapes"] = Book(Drawn($"{Anchor}<xdr:grpSp>{Shape}</xdr:grpSp></xdr:twoCellAnchor>")),
            ["xlsx: under a shape for newer programs"] = Book(Drawn($"{Anchor}<mc:AlternateContent><mc:Choice "
                + $"Requires=\"a14\">{Shape}</mc:Choice></mc:AlternateContent></xdr:twoCellAnchor>")),
            ["xlsx: white on a white gradient"] = Book(new()
            {
                Rows = """<row r="2"><c r="B2" s="1" t="s"><v>1</v></c></row>""",
                Fonts = """<font><sz val="11"/><color theme="0" tint="-0.03"/></font>""",
                Fills = """<fill><gradientFill><stop position="0"><color rgb="FFFFFFFF"/></stop><stop position="1"><color rgb="FFFEFEFE"/></stop>"""
                    + """</gradientFill></fill>""",
                Cells = """<xf fontId="1" fillId="2"/>"""
            }),
            ["xlsx: a column described twice"] = Book(new()
            {
                Before = """<cols><col min="1" max="3" width="9"/><col min="2" max="2" width="9" """
                + """hidden="1"/></cols>""",
                Rows = Plain
            }),
            ["xlsx: raised letters too small"] = Book(new()
            {
                Rows = """<row r="2"><c r="B2" s="1" t="s"><v>1</v></c></row>""",
                Fonts = """<font><vertAlign val="superscript"/><sz val="4"/></font>""",
                Cells = """<xf fontId="1"/>"""
            }),
            ["pdf: pale on a turned page"] = Page(Pale, page: "/Rotate 90"),
            ["pdf: pale on a cropped page"] = Page(Pale, page: "/CropBox[30 300 600 780]"),
            ["pdf: pale with a unit of its own"] = Page(Pale, page: "/UserUnit 2"),
            ["pdf: unseen over what is seen"] = Page("BT 3 Tr /F1 18 Tf 50 700 Td (CANARIO secreto) Tj ET"),
            ["pdf: in the signs of a word that is seen"] = (CleanableKind.Pdf,
        () => HiddenPdf.Page("BT /F2 20 Tf 60 660 Td (informe) Tj ET", more: ["<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>", Lie])),
            ["pdf: through a mask that lets nothing through"] = (CleanableKind.Pdf,
        () => HiddenPdf.Page("/G0 gs BT /F1 20 Tf 60 600 Td (CANARIO secreto) Tj ET", "/ExtGState<</G0<</SMask<</S/Luminosity/G 6 0 R>>>>>>", "", "",
        HiddenPdf.Stream("/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Group<</S/Transparency/CS/DeviceGray>>", "0 g 0 0 612 792 re f"))),
            ["pdf: under a stamp"] = (CleanableKind.Pdf,
        () => HiddenPdf.Page("BT /F1 20 Tf 60 600 Td (CANARIO secreto) Tj ET", page: "/Annots[6 0 R]",
        more: ["<</Type/Annot/Subtype/Stamp/Rect[0 580 612 640]/F 4/AP<</N 7 0 R>>>>",
        HiddenPdf.Stream("/Type/XObject/Subtype/Form/BBox[0 0 612 60]", "1 g 0 0 612 60 re f")])),
            ["pdf: squeezed to a line"] = Page("BT /F1 20 Tf 1 Tz 60 600 Td (CANARIO secreto) Tj ET"),
            ["png: almost white on white"] = (CleanableKind.Png, () => Pictures.Png(Faint.Length, 0, 1, Faint, [("tEXt", Encoding.Latin1.GetBytes("a\0CANARIO"))])),
            ["png: in pixels of which nothing shows"] = (CleanableKind.Png,
        () => Pictures.Png(8, [.. "CANARIO!"u8.ToArray().SelectMany(letter => new byte[] { 255, 255, 255, 255 }),
        .. "CANARIOCANARIOCANARIO..."u8.ToArray().Chunk(3).SelectMany(three => three.Append((byte)1))])),
        };

    /// <summary>Bits of letters, as a difference that no eye sees.</summary>
    public static byte[] Faint => [.. Encoding.Latin1.GetBytes("CANARIO")
        .SelectMany(letter => Enumerable.Range(0, 8).Select(bit => (byte)(254 + ((letter >> bit) & 1))))];

    // «e» is said to be the letter and a row of signs.
    private static string Lie => HiddenPdf.Stream("",
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange 7 "
            + "beginbfchar <69> <0069> <6E> <006E> <66> <0066> <6F> <006F> <72> <0072> <6D> <006D> <65> <0065003B003A003B003B> endbfchar endcmap end end");

    private static (CleanableKind Kind, Func<byte[]> Write) Book(XlsxBuilder book) => (CleanableKind.Xlsx, book.Write);

    private static (CleanableKind Kind, Func<byte[]> Write) Page(string content, string page = "") =>
        (CleanableKind.Pdf, () => HiddenPdf.Page(content, page: page));

    private static XlsxBuilder Drawn(string anchors) => new()
    {
        Rows = Plain,
        After = "<drawing r:id=\"d\"/>",
        SheetLinks = [("d", "drawing", "../drawings/d.xml")],
        Parts = [("xl/drawings/d.xml", $"<xdr:wsDr {Draw}>{anchors}</xdr:wsDr>")],
    };
}
