using static Acervo.Tests.Platform.Documents.Sight.SightPaper;

namespace Acervo.Tests.Platform.Documents.Sight;

/// <summary>Ways to hide a word under something that floats over it, and papers where what floats hides nothing.</summary>
internal static class CoveredWays
{
    private const string White = "<a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill>";
    private const string Glass = "<a:solidFill><a:srgbClr val=\"FFFFFF\"><a:alpha val=\"20000\"/></a:srgbClr></a:solidFill>";
    private const string Text = "text";

    public static readonly Dictionary<string, SightPaper> All = new(StringComparer.Ordinal)
    {
        ["caja bajo otra caja"] = Line(Box() + High(Box("", fill: White))),
        ["caja bajo otra anclada en otro párrafo"] = new(P("", Box()) + P("", R("", Shown))
        + P("", High(Box("", x: 90, y: 90, width: 300, height: 100, fill: White)))),
        ["caja detrás del texto, bajo otra"] = Line(Behind(Box()) + Box("", fill: White)),
        ["letras bajo una caja del mismo párrafo"] = new(P("", R("", Shown)) + P("", R("") + Box("", x: -5, y: -4, width: 400, fill: White, from: Text))),
        ["letras bajo una caja del párrafo anterior"] = new(P("", R("", Shown) + Box("", x: -5, y: 11, width: 400, height: 30, fill: White, from: Text))
        + P("", R(""))),
        ["letras bajo una caja del párrafo siguiente"] = new(P("", R("", Shown)) + P("", R(""))
        + P("", Box("", x: -5, y: -18, width: 400, height: 24, fill: White, from: Text))),
        ["letras bajo una caja puesta en la hoja"] = new(P("", Box("", x: 50, y: 130, width: 500, height: 300, fill: White))
        + P("<w:spacing w:before=\"2400\"/>", R("")) + P("", "<w:r><w:br w:type=\"page\"/></w:r>" + R("", Shown))),
        ["letras centradas bajo una caja centrada"] = new(P("", R("", Shown))
        + P("<w:jc w:val=\"center\"/>", R("") + Box("", x: 150, y: -4, width: 170, fill: White, from: Text))),
        ["letras bajo una caja de la que el texto debía apartarse"] = new(P("", R("", Shown))
        + P("", R("") + Box("", x: -5, y: -4, width: 400, fill: White, from: Text)
        .Replace("<wp:wrapNone/>", "<wp:wrapThrough wrapText=\"bothSides\"><wp:wrapPolygon><wp:start x=\"0\" y=\"0\"/><wp:lineTo x=\"10\" y=\"0\"/><wp:lineTo "
            + "x=\"10\" y=\"10\"/></wp:wrapPolygon></wp:wrapThrough>", StringComparison.Ordinal))),
        ["letras bajo una caja de dibujo antiguo"] = new(P("", R("", Shown))
        + P("", R("") + Vml("position:absolute;margin-left:-5pt;margin-top:-4pt;width:400pt;height:60pt;z-index:9", "fillcolor=\"white\"", ""))),
        ["letras de una celda bajo una caja"] = Table(Row("",
        Cell("<w:tcW w:w=\"4000\" w:type=\"dxa\"/>", P("", R("") + Box("", x: -5, y: -4, width: 300, fill: White, from: Text))))
        + Row("", Cell("<w:tcW w:w=\"4000\" w:type=\"dxa\"/>", P("<w:spacing w:before=\"2000\"/>", R("", Shown))))),
        ["letras bajo un gráfico"] = new(P("", R("", Shown)) + P("", R("") + Figure(Box("", x: -5, y: -4, width: 400, from: Text)))),
        ["letras del encabezado bajo una caja"] = new(P("", R("", Shown)))
        {
            Section = "<w:headerReference w:type=\"default\" r:id=\"header1\"/>",
            Parts = new Dictionary<string,
        string>(StringComparer.Ordinal)
            { ["header1"] = P("", R("") + Box("", x: -5, y: -4, width: 400, fill: White, from: Text)) }
        },
        ["forma bajo otra de su grupo"] = Line(Group()),
    };

    public static readonly Dictionary<string, SightPaper> Seen = new(StringComparer.Ordinal)
    {
        ["una caja llena al lado del texto"] = new(P("", R("", Shown)) + P("", Box("Nota", x: 300, y: 400, fill: White))),
        ["una caja llena detrás del texto"] = new(P("", R("", Shown) + Behind(Box("", x: -5, y: -4, width: 400, fill: White, from: Text)))),
        ["una caja de cristal sobre el texto"] = new(P("", R("", Shown) + Box("", x: -5, y: -4, width: 400, fill: Glass, from: Text))),
        ["una caja sin relleno sobre el texto"] = new(P("", R("", Shown) + Box("", x: -5, y: -4, width: 400, from: Text))),
        ["una caja sobre otra llena"] = Line(Box("", fill: White) + High(Box(Shown, fill: White))),
        ["cajas iguales en hojas distintas"] = new(P("", Box(Shown, fill: White))
        + P("", "<w:r><w:br w:type=\"page\"/></w:r>" + High(Box("Otra", fill: White)))),
        ["una caja de la que el texto se aparta"] = new(P("",
        R("", Shown) + Box("", x: -5, y: -4, width: 400, fill: White, from: Text)
        .Replace("<wp:wrapNone/>", "<wp:wrapSquare wrapText=\"bothSides\"/>", StringComparison.Ordinal))),
        ["una línea sobre el texto"] = new(P("",
        R("", Shown) + Box("", x: -5, y: -4, width: 400, fill: "<a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom>" + White, from: Text))),
        ["forma al lado de otra de su grupo"] = Line(Group(3_000_000).Replace(Secret, Shown, StringComparison.Ordinal)),
    };

    private static string High(string box) => box.Replace("relativeHeight=\"1\"", "relativeHeight=\"9\"", StringComparison.Ordinal);

    private static string Behind(string box) => box.Replace("behindDoc=\"0\"", "behindDoc=\"1\"", StringComparison.Ordinal);

    private static string Figure(string box)
    {
        var (from, to) = (box.IndexOf("<wps:wsp>", StringComparison.Ordinal), box.IndexOf("</wps:wsp>", StringComparison.Ordinal));
        return box[..from] + "<c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"none\"/>" + box[(to + "</wps:wsp>".Length)..];
    }

    private static string Group(int second = 0)
    {
        var box = Box(width: 500);
        var (from, to) = (box.IndexOf("<wps:wsp>", StringComparison.Ordinal), box.IndexOf("</wps:wsp>", StringComparison.Ordinal) + "</wps:wsp>".Length);
        var cover = $"<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x=\"{second}\" y=\"0\"/><a:ext cx=\"2540000\" "
            + $"cy=\"762000\"/></a:xfrm>{White}</wps:spPr><wps:bodyPr/></wps:wsp>";
        var shape = box[from..to].Replace("cx=\"6350000\"", "cx=\"2540000\"", StringComparison.Ordinal);
        return box[..from] + "<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"6350000\" cy=\"762000\"/><a:chOff x=\"0\" "
            + "y=\"0\"/><a:chExt cx=\"6350000\" cy=\"762000\"/></a:xfrm></wpg:grpSpPr>" + shape + cover + "</wpg:wgp>" + box[to..];
    }
}
