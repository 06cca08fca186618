using static Acervo.Tests.Platform.Documents.Sight.SightPaper;

namespace Acervo.Tests.Platform.Documents.Sight;

/// <summary>Ways to hide a word that were thought of after the work, as somebody would who has read it.</summary>
internal static class LateWays
{
    private const string White = "<w:color w:val=\"FFFFFF\"/>";
    private const string Fixed = "<w:tblLayout w:type=\"fixed\"/>";
    private const string Grid = "<w:gridCol w:w=\"4000\"/><w:gridCol w:w=\"4000\"/>";

    public static readonly Dictionary<string, SightPaper> All = new(StringComparer.Ordinal)
    {
        ["palabra en la marca de una lista"] = new(P("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>", R("", Shown)))
        {
            Numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText "
                + $"w:val=\"SECRETO %1.\"/><w:rPr>{White}</w:rPr></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
        },
        ["blanco por defecto en todo el documento"] = new(P("",
        R("<w:color w:val=\"000000\"/>", Shown) + R("")))
        { Styles = $"<w:docDefaults><w:rPrDefault><w:rPr>{White}</w:rPr></w:rPrDefault></w:docDefaults>" },
        ["blanco en el estilo por defecto"] = new(P("",
        R("<w:color w:val=\"000000\"/>", Shown)
        + R("")))
        { Styles = $"<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:rPr>{White}</w:rPr></w:style>" },
        ["molde de dibujo antiguo que nadie dibuja"] = Line("<w:r><w:pict><v:shapetype id=\"t\"><v:textbox><w:txbxContent>" + P("", R(""))
        + "</w:txbxContent></v:textbox></v:shapetype></w:pict></w:r>"),
        ["caja diminuta por su grupo"] = Line(Box()
        .Replace("<wps:wsp>", "<wpg:wgp><wpg:grpSpPr><a:xfrm><a:ext cx=\"12700\" cy=\"12700\"/><a:chExt cx=\"25400000\" "
            + "cy=\"25400000\"/></a:xfrm>"
            + "</wpg:grpSpPr><wps:wsp>", StringComparison.Ordinal).Replace("</wps:wsp>", "</wps:wsp></wpg:wgp>", StringComparison.Ordinal)),
        ["celda que sus márgenes llenan"] = Table(Row("", Cell("", "", Shown),
        Cell("<w:tcW w:w=\"2000\" w:type=\"dxa\"/><w:tcMar><w:left w:w=\"1990\" w:type=\"dxa\"/></w:tcMar>", "", Secret)), Fixed, Grid),
        ["sangrías que se cruzan"] = Paragraph("<w:ind w:left=\"6000\" w:right=\"6000\"/>"),
        ["márgenes de página que se cruzan"] = new(P("<w:sectPr/>", R("", Shown))
        + P("", R("")))
        { Section = "<w:pgMar w:left=\"7000\" w:right=\"7000\" w:top=\"700\" w:bottom=\"700\"/>" },
        ["una letra por tramo, todas ajustadas a un ancho"] = Line(string.Concat("SECRETO".Select(letter => R("<w:fitText w:val=\"40\" w:id=\"7\"/>",
        letter.ToString())))),
        ["trama casi del color de la letra"] = Run("<w:color w:val=\"808080\"/><w:shd w:val=\"pct50\" w:color=\"000000\" w:fill=\"FFFFFF\"/>"),
        ["contorno y relleno blancos"] = Run("<w14:textOutline><w14:solidFill><w14:srgbClr "
            + "w14:val=\"FFFFFF\"/></w14:solidFill></w14:textOutline><w14:textFill><w14:noFill/></w14:textFill>"),
        ["borrado dentro de insertado, y texto que quedó"] = Line("<w:ins><w:fldSimple w:instr=\"XE a\">" + R("") + "</w:fldSimple></w:ins>"),
        ["control en un elemento que Word no conoce"] = Line("<w:sdt><w:sdtContent><w:otro>" + R("") + "</w:otro></w:sdtContent></w:sdt>"),
        ["caja antigua corrida por porcentaje"] = Line(Vml("position:absolute;mso-left-percent:5000;width:200pt;height:50pt")),
        ["tabla dentro de una celda combinada"] = Table(Row("", Cell("<w:vMerge w:val=\"restart\"/>", "", Shown))
        + Row("", Cell("<w:vMerge/>", Table(Row("", Cell("", "", Secret))).Body + "<w:p/>"))),
    };
}
