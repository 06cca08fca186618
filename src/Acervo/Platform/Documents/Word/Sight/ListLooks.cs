using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>How the levels of lists make their paragraphs stand: a list may push them off the sheet as a style may.</summary>
internal sealed class ListLooks
{
    private readonly Dictionary<(string List, string Level), ParagraphTraits> levels = [];

    public ListLooks(XElement? numbering, Paints paints)
    {
        var kinds = (numbering?.Elements(W + "abstractNum") ?? []).GroupBy(kind => kind.Text("abstractNumId") ?? "", StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (var list in numbering?.Elements(W + "num") ?? [])
        {
            var own = list.Elements(W + "lvlOverride").Select(each => each.Element(W + "lvl")).OfType<XElement>();
            var shared = kinds.GetValueOrDefault(list.Element(W + "abstractNumId").Val() ?? "")?.Elements(W + "lvl") ?? [];
            foreach (var level in own.Concat(shared))
            {
                levels.TryAdd((list.Text("numId") ?? "", level.Text("ilvl") ?? "0"), ParagraphTraits.Read(level.Element(W + "pPr"), paints));
            }
        }
    }

    public ParagraphTraits Of(XElement? list) => list is null
        ? ParagraphTraits.Silent
        : levels.GetValueOrDefault((list.Element(W + "numId").Val() ?? "", list.Element(W + "ilvl").Val() ?? "0"), ParagraphTraits.Silent);
}
