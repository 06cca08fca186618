using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Chooses, as Word does, which of the variants of <c>AlternateContent</c> is shown: the first whose vocabularies it knows.</summary>
internal static class Variants
{
    private const string Office = "http://schemas.microsoft.com/office/";

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        W14.NamespaceName, W15.NamespaceName, Wps.NamespaceName, V.NamespaceName, A.NamespaceName, Wp.NamespaceName, W.NamespaceName, M.NamespaceName,
        Office + "word/2010/wordprocessingGroup", Office + "word/2010/wordprocessingCanvas", Office + "word/2010/wordprocessingInk",
        Office + "word/2010/wordprocessingDrawing", Office + "word/2012/wordprocessingDrawing", Office + "word/2006/wordml",
        Office + "word/2015/wordml/symex", Office + "word/2016/wordml/cid", Office + "word/2018/wordml", Office + "word/2018/wordml/cex",
        Office + "word/2020/wordml/sdtdatahash", Office + "word/2023/wordml/word16du", Office + "drawing/2010/main", Office + "drawing/2012/main",
        Office + "drawing/2014/main", Office + "drawing/2014/chartex", Office + "drawing/2015/9/8/chartex", Office + "drawing/2015/10/21/chartex",
        Office + "drawing/2016/5/9/chartex", Office + "drawing/2016/5/10/chartex", Office + "drawing/2016/5/11/chartex", Office + "drawing/2016/5/12/chartex",
        Office + "drawing/2016/5/13/chartex", Office + "drawing/2016/5/14/chartex", Office + "drawing/2016/ink", Office + "drawing/2017/model3d",
        Office + "drawing/2007/8/2/chart", Office + "drawing/2008/diagram", Office + "drawing/2010/diagram", Office + "drawing/2010/picture",
        Office + "drawing/2010/chartDrawing", Office + "drawing/2013/main/command", Office + "thememl/2012/main", Office + "2010/powerpoint/ink",
    };

    /// <summary>The variant that is shown; null when none is.</summary>
    public static XElement? Shown(XElement alternate) =>
        alternate.Elements(Mc + "Choice").FirstOrDefault(IsUnderstood) ?? alternate.Element(Mc + "Fallback");

    private static bool IsUnderstood(XElement choice) =>
        (choice.Text("Requires") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } prefixes
        && Array.TrueForAll(prefixes, prefix => choice.GetNamespaceOfPrefix(prefix) is { } name && Known.Contains(name.NamespaceName));
}
