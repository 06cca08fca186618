using System.Xml.Linq;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Says in words what an element was that did not come along to the copy.</summary>
internal static class DocxLeftOut
{
    /// <summary>Traces that programs leave and that were never anybody's words.</summary>
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "proofErr", "softHyphen", "noProof", "lang", "link", "next", "rsid", "autoRedefine", "semiHidden", "unhideWhenUsed", "locked", "latentStyles",
        "graphicFrameLocks", "picLocks", "spLocks", "cxnSpLocks",
        "grpSpLocks", "effectLst", "effectDag", "extLst", "sizeRelH", "sizeRelV", "ligatures", "numForm", "numSpacing", "cntxtAlts", "stylisticSets", "nsid",
        "tmpl", "paperSrc", "formProt",
        "divId", "fmtScheme", "objectDefaults", "extraClrSchemeLst", "ea", "cs", "font", "ctrlPr", "pStyle", "rStyle", "lnRef", "fontRef", "srcRect", "tile",
        "prstTxWarp", "scene3d", "sp3d", "flatTx", "extrusionOk",
        "personal", "personalCompose", "personalReply", "aliases", "footnote", "endnote", "rPr", "pPr", "compatSetting", "clrMapOvr", "graphic", "graphicData",
        "inline", "anchor", "r", "hyperlink", "drawing", "pict", "stCxn", "endCxn",
        "ahLst", "cxnLst", "gdLst", "lineTo", "jc", "rFonts", "basedOn", "w", "spacing",
    };

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["bookmarkStart"] = "marcadores y sus nombres",
        ["bookmarkEnd"] = "",
        ["instrText"] = "códigos de campo",
        ["tblCaption"] = DocxDrawings.Alternatives,
        ["tblDescription"] = DocxDrawings.Alternatives,
        ["commentRangeStart"] = "",
        ["commentRangeEnd"] = "",
        ["permStart"] = "permisos y sus nombres",
        ["permEnd"] = "",
        ["docVars"] = "variables del documento",
        ["attachedTemplate"] = "plantilla del documento",
        ["mailMerge"] = "combinación de correspondencia",
        ["contentPart"] = "dibujos a mano, que no se pueden copiar con certeza",
        ["subDoc"] = "subdocumentos, que no se pueden copiar con certeza",
        ["textpath"] = "letras artísticas, que no se pueden copiar con certeza",
    };

    public static void Note(XElement element, CleaningNotes notes)
    {
        var name = element.Name.LocalName;
        if (Words.TryGetValue(name, out var words))
        {
            notes.Add(words, words.Length == 0 ? 0 : 1);
        }
        else if (HasWords(element))
        {
            notes.Add("textos en partes que no se ven o no se conocen");
        }
        else if (!Silent.Contains(name) && element.Name.Namespace != DocxNames.W)
        {
            notes.Add("elementos sin apariencia");
        }
    }

    private static bool HasWords(XElement element) =>
        element.DescendantsAndSelf().Any(each => each.Name.LocalName is "t" or "textpath" && (each.Value.Length > 0 || each.HasAttributes));
}
