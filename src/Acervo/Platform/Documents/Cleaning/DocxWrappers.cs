using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.DocxNames;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Takes content out of the boxes that only programs see (controls, tags, directions); their names, lists and links to data stay behind.</summary>
internal static class DocxWrappers
{
    private static readonly HashSet<XName> Labels =
    [
        W + "sdtPr", W + "sdtEndPr", W + "smartTagPr", W + "customXmlPr", W + "rubyPr", W + "rt",
    ];

    private static readonly HashSet<XName> Boxes =
    [
        W + "sdt", W + "sdtContent", W + "smartTag", W + "customXml", W + "dir", W + "bdo",
    ];

    public static void Unwrap(XElement root, CleaningNotes notes)
    {
        notes.Add("nombres y datos de controles",
            root.Descendants(W + "sdtPr").Count(properties => properties.Elements()
            .Any(each => each.Name.LocalName is "alias" or "tag" or "dataBinding" or "dropDownList" or "comboBox")));
        root.RemoveAll(element => Labels.Contains(element.Name));
        root.UnwrapAll(element => Boxes.Contains(element.Name));
        foreach (var ruby in root.Descendants(W + "ruby").ToList())
        {
            var run = ruby.Parent!;
            var inside = ruby.Elements(W + "rubyBase").Elements(W + "r").ToList();
            ruby.Remove();
            inside.Remove();
            run.AddAfterSelf(inside);
        }
    }
}
