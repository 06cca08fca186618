using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.DocxCleaner;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Keeps the settings that change how pages look; templates, mail merge, variables, passwords and revision marks go.</summary>
internal static class DocxSettings
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "zoom", "mirrorMargins", "gutterAtTop", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "defaultTabStop", "autoHyphenation",
        "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "evenAndOddHeaders", "bookFoldPrinting", "displayBackgroundShape",
        "characterSpacingControl", "footnotePr", "endnotePr", "compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator",
    };

    public static void Clean(XElement root, CleaningNotes notes)
    {
        var gone = root.Elements().Where(element => element.Name.Namespace != W || !Kept.Contains(element.Name.LocalName)).ToList();
        notes.Add("variables, plantilla o combinación de correspondencia", gone.Count(element => element.Name.LocalName is "docVars" or "attachedTemplate" or "mailMerge"));
        gone.Remove();
    }
}
