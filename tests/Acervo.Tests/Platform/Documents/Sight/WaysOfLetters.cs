using static Acervo.Tests.Platform.Documents.Sight.SightPaper;

namespace Acervo.Tests.Platform.Documents.Sight;

/// <summary>Ways to hide a word by how its letters and its paragraph look.</summary>
internal static class WaysOfLetters
{
    private const string Hides = "<w:rPr><w:vanish/></w:rPr>";
    private const string White = "<w:color w:val=\"FFFFFF\"/>";

    public static readonly Dictionary<string, SightPaper> All = new(StringComparer.Ordinal)
    {
        ["vanish"] = Run("<w:vanish/>"),
        ["specVanish"] = Run("<w:specVanish/>"),
        ["webHidden"] = Run("<w:webHidden/>"),
        ["vanish, estilo de carácter"] = Style("<w:rStyle w:val=\"c\"/>", Of("character", "c", Hides)),
        ["vanish, estilo heredado"] = Style("<w:rStyle w:val=\"d\"/>", Of("character", "c", Hides) + Of("character", "d", "", "c")),
        ["vanish, estilo de párrafo"] = Paragraph("<w:pStyle w:val=\"p\"/>") with { Styles = Of("paragraph", "p", Hides) },
        ["vanish, estilo de tabla"] = Table(Row("", Cell("", "", Secret)), "<w:tblStyle w:val=\"t\"/>") with { Styles = Of("table", "t", Hides) },
        ["vanish de ambos estilos de tres"] = new(P("<w:pStyle w:val=\"p\"/>",
        R("<w:rStyle w:val=\"c\"/>", Shown) + R("<w:rStyle w:val=\"n\"/>")))
        {
            Styles = Of("paragraph", "p", Hides) + Of("character", "c", Hides)
        + Of("character", "n", "")
        },
        ["vanish por defecto"] = new(P("",
        R("<w:vanish w:val=\"0\"/>", Shown) + R("")))
        { Styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>" },
        ["blanco"] = Run(White),
        ["casi blanco"] = Run("<w:color w:val=\"F4F4F4\"/>"),
        ["amarillo pálido"] = Run("<w:color w:val=\"FFFFCC\"/>"),
        ["blanco por tema"] = Run("<w:color w:val=\"000000\" w:themeColor=\"background1\"/>"),
        ["casi blanco por tinte"] = Run("<w:color w:val=\"000000\" w:themeColor=\"accent1\" w:themeTint=\"11\"/>"),
        ["blanco por sombra de tema"] = Run("<w:color w:themeColor=\"background1\" w:themeShade=\"F2\"/>"),
        ["blanco por la correspondencia del tema"] = Run("<w:color w:themeColor=\"text1\"/>") with
        {
            Settings = "<w:clrSchemeMapping w:bg1=\"dark1\" "
            + "w:t1=\"light1\"/>"
        },
        ["blanco, estilo"] = Style("<w:rStyle w:val=\"c\"/>", Of("character", "c", $"<w:rPr>{White}</w:rPr>")),
        ["blanco, estilo de párrafo heredado"] = Paragraph("<w:pStyle w:val=\"q\"/>") with
        {
            Styles = Of("paragraph", "p", $"<w:rPr>{White}</w:rPr>")
        + Of("paragraph", "q", "", "p")
        },
        ["negro sobre letras sombreadas de negro"] = Run("<w:color w:val=\"000000\"/><w:shd w:val=\"clear\" w:fill=\"000000\"/>"),
        ["negro sobre trama llena"] = Run("<w:color w:val=\"000000\"/><w:shd w:val=\"solid\" w:color=\"000000\" w:fill=\"auto\"/>"),
        ["resaltado negro"] = Run("<w:highlight w:val=\"black\"/>"),
        ["resaltado del color de la letra"] = Run("<w:color w:val=\"FFFF00\"/><w:highlight w:val=\"yellow\"/>"),
        ["del color del párrafo"] = Paragraph("<w:shd w:val=\"clear\" w:fill=\"1F3864\"/>") with
        {
            Body = P("<w:shd w:val=\"clear\" w:fill=\"1F3864\"/>",
        R(White, "VISIBLE ") + R("<w:color w:val=\"1F3864\"/>"))
        },
        ["del color de la página"] = new(P("", R(White, "VISIBLE ") + R("<w:color w:val=\"101010\"/>")))
        {
            Background = "<w:background w:color=\"000000\"/>",
            Settings = "<w:displayBackgroundShape/>"
        },
        ["blanco, página oscura que no se muestra"] = Run(White) with { Background = "<w:background w:color=\"000000\"/>" },
        ["relleno de efecto sin color"] = Run("<w14:textFill><w14:noFill/></w14:textFill>"),
        ["relleno de efecto blanco"] = Run("<w:color w:val=\"000000\"/><w14:textFill><w14:solidFill><w14:schemeClr "
            + "w14:val=\"bg1\"/></w14:solidFill></w14:textFill>"),
        ["relleno de efecto transparente"] = Run("<w14:textFill><w14:solidFill><w14:srgbClr w14:val=\"000000\"><w14:alpha "
            + "w14:val=\"100000\"/></w14:srgbClr></w14:solidFill></w14:textFill>"),
        ["degradado blanco"] = Run("<w14:textFill><w14:gradFill><w14:gsLst><w14:gs w14:pos=\"0\"><w14:srgbClr w14:val=\"FFFFFF\"/></w14:gs><w14:gs "
            + "w14:pos=\"100000\"><w14:srgbClr w14:val=\"FAFAFA\"/></w14:gs></w14:gsLst></w14:gradFill></w14:textFill>"),
        ["un punto"] = Run("<w:sz w:val=\"2\"/>"),
        ["dos puntos, estilo"] = Style("<w:rStyle w:val=\"c\"/>", Of("character", "c", "<w:rPr><w:sz w:val=\"4\"/></w:rPr>")),
        ["un punto de escritura compleja"] = Run("<w:rtl/><w:sz w:val=\"22\"/><w:szCs w:val=\"2\"/>"),
        ["tres puntos en superíndice"] = Run("<w:sz w:val=\"6\"/><w:vertAlign w:val=\"superscript\"/>"),
        ["escala del 1 %"] = Run("<w:w w:val=\"1\"/>"),
        ["letras unas sobre otras"] = Run("<w:sz w:val=\"22\"/><w:spacing w:val=\"-120\"/>"),
        ["ajustado a un punto"] = Run("<w:fitText w:val=\"20\" w:id=\"1\"/>"),
        ["subido fuera de la página"] = Run("<w:position w:val=\"3000\"/>"),
        ["subido fuera de su línea exacta"] = new(P("<w:spacing w:line=\"240\" w:lineRule=\"exact\"/>", R("", "VISIBLE ") + R("<w:position w:val=\"60\"/>"))),
        ["en letra de símbolos"] = Run("<w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/>"),
        ["línea de un twip"] = Paragraph("<w:spacing w:line=\"1\" w:lineRule=\"exact\"/>"),
        ["línea de un twip, estilo"] = Paragraph("<w:pStyle w:val=\"p\"/>") with
        {
            Styles = Of("paragraph", "p",
        "<w:pPr><w:spacing w:line=\"10\" w:lineRule=\"exact\"/></w:pPr>")
        },
        ["línea de una centésima"] = Paragraph("<w:spacing w:line=\"2\" w:lineRule=\"auto\"/>"),
        ["sangría fuera por la izquierda"] = Paragraph("<w:ind w:left=\"-9000\"/>"),
        ["sangría fuera por la derecha"] = Paragraph("<w:ind w:left=\"15000\"/>"),
        ["sangría de primera línea"] = Paragraph("<w:ind w:hanging=\"9000\"/>"),
        ["sangría final fuera"] = Paragraph("<w:ind w:right=\"-9000\"/><w:jc w:val=\"right\"/>"),
        ["marco fuera de la página"] = Paragraph("<w:framePr w:w=\"2000\" w:h=\"400\" w:hAnchor=\"page\" w:vAnchor=\"page\" w:x=\"20000\" w:y=\"100\"/>"),
        ["marco de un twip"] = Paragraph("<w:framePr w:w=\"2000\" w:h=\"1\" w:hRule=\"exact\" w:hAnchor=\"page\" w:vAnchor=\"page\" w:x=\"100\" w:y=\"100\"/>"),
        ["en una hoja diminuta"] = new(P("<w:sectPr/>", R("", Shown)) + P("", R(""))) { Section = "<w:pgSz w:w=\"20\" w:h=\"20\"/>" },
    };

    public static string Of(string type, string id, string inside, string basedOn = "") =>
        $"<w:style w:type=\"{type}\" w:styleId=\"{id}\">{(basedOn.Length > 0 ? $"<w:basedOn w:val=\"{basedOn}\"/>" : "")}{inside}</w:style>";
}
