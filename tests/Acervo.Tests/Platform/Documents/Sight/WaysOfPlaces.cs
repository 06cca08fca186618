using static Acervo.Tests.Platform.Documents.Sight.SightPaper;

namespace Acervo.Tests.Platform.Documents.Sight;

/// <summary>Ways to hide a word by where it stands: tables, boxes, fields, variants and parts.</summary>
internal static class WaysOfPlaces
{
    private const string White = "<w:color w:val=\"FFFFFF\"/>";
    private const string Fixed = "<w:tblLayout w:type=\"fixed\"/>";
    private const string Dark = "<w:shd w:val=\"clear\" w:fill=\"1F3864\"/>";

    private static readonly string Seen = Row("", Cell("", "", Shown));

    public static readonly Dictionary<string, SightPaper> All = new(StringComparer.Ordinal)
    {
        ["fila oculta"] = Table(Seen + Row("<w:hidden/>", Cell("", "", Secret))),
        ["fila de un twip"] = Table(Seen + Row("<w:trHeight w:val=\"1\" w:hRule=\"exact\"/>", Cell("", "", Secret))),
        ["más allá de una fila de alto exacto"] = Table(Row("<w:trHeight w:val=\"300\" w:hRule=\"exact\"/>",
        Cell("", P("", R("", Shown)) + P("", "") + P("", "") + P("", R(""))))),
        ["celda de ancho cero"] = Table(Row("", Cell("", "", Shown), Cell("<w:tcW w:w=\"0\" w:type=\"dxa\"/>", "", Secret)), Fixed),
        ["columna de ancho cero"] = Table(Row("", Cell("", "", Shown), Cell("", "", Secret)), Fixed, "<w:gridCol w:w=\"4000\"/><w:gridCol w:w=\"1\"/>"),
        ["columna fuera de la página"] = Table(Row("", Cell("", "", Shown), Cell("", "", Secret)), Fixed,
        "<w:gridCol w:w=\"20000\"/><w:gridCol w:w=\"3000\"/>"),
        ["celda combinada hacia arriba"] = Table(Row("", Cell("<w:vMerge w:val=\"restart\"/>", "", Shown)) + Row("", Cell("<w:vMerge/>", "", Secret))),
        ["celda combinada a un lado"] = Table(Row("", Cell("<w:hMerge w:val=\"restart\"/>", "", Shown), Cell("<w:hMerge w:val=\"continue\"/>", "", Secret))),
        ["del color de la celda"] = Table(Row("", Cell(Dark, White, Shown), Cell(Dark, "<w:color w:val=\"1F3864\"/>", Secret))),
        ["blanco en tabla de la que se duda"] = Table(Seen + Row("", Cell("", White, Secret)), Dark),
        ["del color de la primera fila del estilo"] = Table(Row("", Cell("", White, Shown), Cell("", "<w:color w:val=\"1F3864\"/>", Secret)),
        "<w:tblStyle w:val=\"t\"/><w:tblLook w:val=\"0020\"/>") with
        { Styles = Zoned },
        ["blanco fuera de la primera fila del estilo"] = Table(Row("", Cell("", White, Shown)) + Row("", Cell("", White, Secret)),
        "<w:tblStyle w:val=\"t\"/><w:tblLook w:firstRow=\"1\"/>") with
        { Styles = Zoned },
        ["blanco sin pedir la primera fila"] = Table(Seen + Row("", Cell("", White, Secret)),
        "<w:tblStyle w:val=\"t\"/><w:tblLook w:firstRow=\"0\"/>") with
        { Styles = Zoned },
        ["letra blanca de la franja"] = Table(Seen + Row("", Cell("", "", Secret)),
        "<w:tblStyle w:val=\"b\"/><w:tblLook w:val=\"0000\"/>") with
        {
            Styles = WaysOfLetters.Of("table", "b",
        $"<w:tblStylePr w:type=\"band2Horz\"><w:rPr>{White}</w:rPr></w:tblStylePr>")
        },
        ["tabla que flota fuera"] = new(P("", R("", Shown))
        + Table(Row("", Cell("", "", Secret)), "<w:tblpPr w:horzAnchor=\"page\" w:vertAnchor=\"page\" w:tblpX=\"20000\" w:tblpY=\"100\"/>").Body),
        ["tabla sangrada fuera"] = new(P("", R("", Shown)) + Table(Row("", Cell("", "", Secret)), "<w:tblInd w:w=\"20000\" w:type=\"dxa\"/>").Body),
        ["caja fuera de la página"] = Line(Box(x: 1000)),
        ["caja fuera por arriba"] = Line(Box(y: -900, from: "margin")),
        ["caja de tamaño cero"] = Line(Box(width: 0.1, height: 0.1)),
        ["caja marcada como oculta"] = Line(Box(docPr: "hidden=\"1\"")),
        ["caja sin lugar entre sus márgenes"] = Line(Box(body: "lIns=\"2540000\" rIns=\"0\"")),
        ["del color de la caja"] = Line(Box("VISIBLE", fill: Fill("1F3864"), run: White)
        + Box(y: 300, fill: Fill("1F3864"), run: "<w:color w:val=\"1F3864\"/>")),
        ["blanco en caja sin relleno"] = Line(Box(fill: "<a:noFill/>", run: White)),
        ["caja de dibujo antiguo, invisible"] = Line(Vml("position:absolute;width:200pt;height:50pt;visibility:hidden")),
        ["caja de dibujo antiguo, fuera"] = Line(Vml("position:absolute;margin-left:-2000pt;width:200pt;height:50pt")),
        ["caja de dibujo antiguo, de tamaño cero"] = Line(Vml("position:absolute;width:0;height:0")),
        ["en el código de un campo"] = Line("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> QUOTE </w:instrText></w:r>" + R("")
        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + R("", "VISIBLE") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"),
        ["en el código, después de otro campo"] = Line("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:fldChar "
            + "w:fldCharType=\"begin\"/></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:fldChar "
            + "w:fldCharType=\"end\"/></w:r>" + R("") + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"),
        ["en el código, en otro párrafo"] = new(P("", R("", Shown) + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>") + P("", R(""))
        + P("", "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")),
        ["resultado de un campo que no muestra nada"] = Line("<w:fldSimple w:instr=\" SET a b \">" + R("") + "</w:fldSimple>"),
        ["bajo un título contraído"] = new(P("", R("", Shown)) + P("<w:outlineLvl w:val=\"0\"/><w15:collapsed/>", R("", Shown)) + P("", R(""))),
        ["bajo un título contraído por su estilo"] = new(P("<w:pStyle w:val=\"h\"/>", R("", Shown))
        + Table(Row("", Cell("", "", Secret))).Body)
        {
            Styles = WaysOfLetters.Of("paragraph", "h",
        "<w:pPr><w:outlineLvl w:val=\"1\"/><w15:collapsed/></w:pPr>")
        },
        ["variante que no se entiende"] = Line("<mc:AlternateContent><mc:Choice Requires=\"x\">" + R("") + "</mc:Choice><mc:Fallback>" + R("", "VISIBLE")
        + "</mc:Fallback></mc:AlternateContent>"),
        ["variante de reserva"] = Line("<mc:AlternateContent><mc:Choice Requires=\"w14\">" + R("", "VISIBLE") + "</mc:Choice><mc:Fallback>" + R("")
        + "</mc:Fallback></mc:AlternateContent>"),
        ["en un elemento desconocido"] = Line("<x:nada>" + R("") + "</x:nada>"),
        ["párrafo en un elemento desconocido"] = new(P("", R("", Shown)) + "<x:nada>" + P("", R("")) + "</x:nada>"),
        ["encabezado de primera página que no se usa"] = new(P("", R("", Shown)))
        {
            Section = "<w:headerReference w:type=\"first\" r:id=\"header1\"/>",
            Parts = Part("header1", P("", R("")))
        },
        ["encabezado al que nada lleva"] = new(P("", R("", Shown))) { Parts = Part("header1", P("", R(""))) },
        ["encabezado de páginas pares"] = new(P("", R("", Shown)))
        {
            Section = "<w:footerReference w:type=\"even\" r:id=\"footer1\"/>",
            Parts = Part("footer1", P("", R("")))
        },
        ["nota a la que nada lleva"] = new(P("", R("", Shown))) { Parts = Part("footnotes", "<w:footnote w:id=\"2\">" + P("", R("")) + "</w:footnote>") },
        ["nota llamada desde texto oculto"] = new(P("",
        R("", Shown) + "<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id=\"2\"/></w:r>"))
        {
            Parts = Part("footnotes",
        "<w:footnote w:id=\"2\">" + P("", R("")) + "</w:footnote>")
        },
        ["blanco en el encabezado"] = new(P("", R("", Shown)))
        {
            Section = "<w:headerReference w:type=\"default\" r:id=\"header1\"/>",
            Parts = Part("header1", P("", R(White)))
        },
    };

    private static string Zoned => WaysOfLetters.Of("table", "t", $"<w:tblStylePr w:type=\"firstRow\"><w:tcPr>{Dark}</w:tcPr></w:tblStylePr>");

    private static string Fill(string hex) => $"<a:solidFill><a:srgbClr val=\"{hex}\"/></a:solidFill>";

    private static Dictionary<string, string> Part(string name, string xml) => new(StringComparer.Ordinal) { [name] = xml };
}
