using System.Xml.Linq;
using Acervo.Platform.Documents.Word.Sight;
using static Acervo.Platform.Documents.Cleaning.DocxNames;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Keeps of what is written twice, for new and for old programs, the variant that Word of today draws; the other may say anything.</summary>
internal static class DocxBranches
{
    public static void Resolve(XElement root)
    {
        var gone = root.Descendants(Mc + "AlternateContent").SelectMany(each => each.Elements().Where(variant => variant != Variants.Shown(each))).ToHashSet();
        root.RemoveAll(gone.Contains);
        root.UnwrapAll(element => element.Name.Namespace == Mc);
    }
}
