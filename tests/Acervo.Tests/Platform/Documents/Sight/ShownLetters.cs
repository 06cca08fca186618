using static Acervo.Tests.Platform.Documents.Sight.SightPaper;

namespace Acervo.Tests.Platform.Documents.Sight;

/// <summary>What looks like a way to hide and is not: every word here is seen, and must be read.</summary>
internal static class ShownLetters
{
    private const string White = "<w:color w:val=\"FFFFFF\"/>";
    private const string Dark = "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"1F3864\"/>";

    public static readonly Dictionary<string, SightPaper> All = new(StringComparer.Ordinal)
    {
        ["blanco en una celda oscura"] = Table(Row("", Cell(Dark, White, Shown))),
        ["blanco en la primera fila oscura de un estilo"] = Table(Row("", Cell("", White, Shown)),
        "<w:tblStyle w:val=\"t\"/><w:tblLook w:val=\"04A0\"/>") with
        {
            Styles = WaysOfLetters.Of("table", "t",
        $"<w:tblStylePr w:type=\"firstRow\"><w:tcPr>{Dark}</w:tcPr></w:tblStylePr>")
        },
        ["estilo que pone lo uno y lo otro"] = Table(Row("", Cell("", "", Shown)),
        "<w:tblStyle w:val=\"t\"/><w:tblLook w:val=\"04A0\"/>") with
        {
            Styles = WaysOfLetters.Of("table", "t",
        $"<w:tblStylePr w:type=\"firstRow\"><w:rPr>{White}</w:rPr><w:tcPr>{Dark}</w:tcPr></w:tblStylePr>")
        },
        ["automático en una celda negra"] = Table(Row("", Cell("<w:shd w:val=\"clear\" w:fill=\"000000\"/>", "", Shown))),
        ["blanco en un párrafo oscuro"] = new(P(Dark, R(White, Shown))),
        ["blanco con sombra propia"] = new(P("", R(White + "<w:shd w:val=\"clear\" w:fill=\"C00000\"/>", Shown))),
        ["blanco resaltado de azul oscuro"] = new(P("", R(White + "<w:highlight w:val=\"darkBlue\"/>", Shown))),
        ["resaltado amarillo"] = new(P("", R("<w:highlight w:val=\"yellow\"/>", Shown))),
        ["nota gris de 9 puntos"] = new(P("", R("<w:color w:val=\"808080\"/><w:sz w:val=\"18\"/>", Shown))),
        ["gris claro"] = new(P("", R("<w:color w:val=\"BFBFBF\"/>", Shown))),
        ["nota legal de 6 puntos"] = new(P("", R("<w:sz w:val=\"12\"/>", Shown))),
        ["letra de 4 puntos"] = new(P("", R("<w:sz w:val=\"8\"/>", Shown))),
        ["rojo sobre gris"] = new(P("<w:shd w:val=\"clear\" w:fill=\"7F7F7F\"/>", R("<w:color w:val=\"FF0000\"/>", Shown))),
        ["letra estrecha"] = new(P("", R("<w:w w:val=\"66\"/><w:spacing w:val=\"-20\"/>", Shown))),
        ["superíndice"] = new(P("", R("<w:vertAlign w:val=\"superscript\"/>", Shown))),
        ["color del tema"] = new(P("", R("<w:color w:val=\"FFFFFF\" w:themeColor=\"text1\"/>", Shown))),
        ["sin ocultar a pesar del estilo"] = new(P("", R("<w:rStyle w:val=\"c\"/><w:vanish w:val=\"0\"/>", Shown)))
        {
            Styles = WaysOfLetters.Of("character",
        "c", "<w:rPr><w:vanish/></w:rPr>")
        },
        ["marca de párrafo oculta"] = new(P("<w:rPr><w:vanish/></w:rPr>", R("", Shown))),
        ["cambio de formato que antes ocultaba"] = new(P("", R("<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>", Shown))),
        ["número de página de un índice"] = new(P("", R("", "VISIBLE ") + R("<w:webHidden/>", "12"))),
        ["sangría francesa"] = new(P("<w:ind w:left=\"720\" w:hanging=\"720\"/>", R("", Shown))),
        ["interlineado exacto de 12 puntos"] = new(P("<w:spacing w:line=\"240\" w:lineRule=\"exact\"/>", R("", Shown))),
        ["marco de capitular"] = new(P("<w:framePr w:dropCap=\"drop\" w:lines=\"3\" w:wrap=\"around\" w:vAnchor=\"text\" w:hAnchor=\"text\"/>", R("", Shown))),
        ["fila de alto exacto con su línea"] = Table(Row("<w:trHeight w:val=\"400\" w:hRule=\"exact\"/>", Cell("", "", Shown))),
        ["celda de ancho automático"] = Table(Row("", Cell("<w:tcW w:w=\"0\" w:type=\"auto\"/>", "", Shown))),
        ["caja con relleno"] = new(P("", Box(Shown, fill: "<a:solidFill><a:srgbClr val=\"1F3864\"/></a:solidFill>", run: White))),
        ["caja junto al texto"] = new(P("",
        Box(Shown, x: 0, y: 10, from: "paragraph")
        .Replace("positionH relativeFrom=\"paragraph\"", "positionH relativeFrom=\"column\"", StringComparison.Ordinal))),
        ["caja de dibujo antiguo"] = new(P("", Vml("position:absolute;margin-left:10pt;margin-top:5pt;width:200pt;height:50pt;z-index:1", text: Shown))),
        ["variante que se entiende"] = new(P("",
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">" + Box(Shown)[5..^6] + "</mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>")),
        ["solo la reserva"] = new(P("",
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"x\"/><mc:Fallback>" + Vml("width:200pt;height:50pt", text: Shown)[5..^6]
        + "</mc:Fallback></mc:AlternateContent></w:r>")),
        ["resultado de un campo"] = new(P("",
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
        + R("", Shown) + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")),
        ["campo que nadie cierra"] = new(P("", "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + R("", Shown))),
        ["título abierto tras uno contraído"] = new(P("<w:outlineLvl w:val=\"1\"/><w15:collapsed/>", R("", Shown))
        + P("<w:outlineLvl w:val=\"0\"/>", R("", Shown))),
        ["encabezado de primera página"] = new(P("", R("", Shown)))
        {
            Section = "<w:headerReference w:type=\"first\" r:id=\"header1\"/><w:titlePg/>",
            Parts = new Dictionary<string, string>(StringComparer.Ordinal) { ["header1"] = P("", R("", Shown)) }
        },
        ["viñeta de símbolos"] = new(P("", R("<w:rFonts w:ascii=\"Wingdings\"/>", "ü") + R("", " VISIBLE"))),
        ["página oscura y letra blanca"] = new(P("", R(White, Shown)))
        {
            Background = "<w:background w:color=\"1F3864\"/>",
            Settings = "<w:displayBackgroundShape/>"
        },
    };
}
