using System.Xml.Linq;
using static Acervo.Platform.Forms.Writing.Wml;

namespace Acervo.Platform.Forms.Writing;

/// <summary>
/// The lists of one document: section headings, bullets, the Si/No dashes, and one numbering for every numbered list so that each starts where it should.
/// </summary>
internal sealed class DocxNumbering
{
    public const int Headings = 1;
    public const int Bullets = 2;
    public const int Dashes = 3;
    private const int Numbers = 4;
    private const int Levels = 4;

    private readonly List<XElement> instances = [Instance(Headings, Headings), Instance(Bullets, Bullets), Instance(Dashes, Dashes)];

    public int NewNumbered(int start, int level)
    {
        var id = instances.Count + 1;
        instances.Add(Instance(id, Numbers, El("lvlOverride", At("ilvl", level), Val("startOverride", start))));
        return id;
    }

    public static int Deepest(int level) => Math.Min(level, Levels - 1);

    public byte[] ToXml() => Bytes(Root(
        "numbering",
        Abstract(Headings, "multilevel",
        El("lvl", At("ilvl", 0), Val("start", 1), Val("numFmt", "decimal"), Val("pStyle", "Heading1"), Val("lvlText", "%1."), Val("lvlJc", "left"),
        Indent(360, 360))),
        Abstract(Bullets, "hybridMultilevel", Each(level => Level(level, "bullet", level % 2 == 0 ? "•" : "–"))),
        Abstract(Dashes, "hybridMultilevel", Level(0, "bullet", "-")),
        Abstract(Numbers, "hybridMultilevel", Each(level => Level(level, level % 2 == 0 ? "decimal" : "lowerLetter", $"%{level + 1}."))),
        instances));

    private static XElement Instance(int id, int kind, params object?[] overrides) =>
        El("num", At("numId", id), Val("abstractNumId", kind), overrides);

    private static XElement Abstract(int id, string type, params object?[] levels) =>
        El("abstractNum", At("abstractNumId", id), Val("multiLevelType", type), levels);

    private static IEnumerable<XElement> Each(Func<int, XElement> level) => Enumerable.Range(0, Levels).Select(level);

    private static XElement Level(int level, string format, string text) => El(
        "lvl", At("ilvl", level), Val("start", 1), Val("numFmt", format), Val("lvlText", text), Val("lvlJc", "left"), Indent(720 + (level * 360), 360));

    private static XElement Indent(int left, int hanging) => El("pPr", El("ind", At("left", left), At("hanging", hanging)));
}
