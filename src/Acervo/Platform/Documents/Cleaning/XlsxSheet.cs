using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.XlsxCleaner;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Cleans one worksheet: only what is seen stays, and formulas give way to their results.</summary>
internal static class XlsxSheet
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "autoFilter", "mergeCells", "conditionalFormatting",
        "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "ignoredErrors", "drawing", "tableParts",
    };

    public static void Clean(XElement root, CleaningNotes notes)
    {
        var gone = root.Elements().Where(element => !Kept.Contains(element.Name.LocalName)).ToList();
        notes.Add("reglas, escenarios u objetos de hoja que no se ven", gone.Count(element => element.Name.LocalName is not ("sheetPr" or "legacyDrawing")));
        gone.Remove();
        notes.Add("fórmulas (quedan sus resultados)", root.RemoveAll(element => element.Name == S + "f"));

        // Formulas of conditional formats may hold any text; a format by formula goes, the others stay.
        root.RemoveAll(element => element.Name == S + "cfRule" && (string?)element.Attribute("type") is "expression");
        root.RemoveAll(element => element.Name == S + "conditionalFormatting" && !element.Elements(S + "cfRule").Any());
        root.RemoveAll(element => element.Name == S + "hyperlink" && element.Attribute(OfficeXml.Relationships + "id") is null && element.Attribute("location") is null);
        root.Element(S + "pageSetup")?.Attribute(OfficeXml.Relationships + "id")?.Remove();
        foreach (var tip in root.Descendants(S + "hyperlink").Attributes("tooltip").ToList())
        {
            tip.Remove();
        }
    }
}
