using System.Xml.Linq;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Makes the public copy of a workbook: values, formats, charts and pictures. What Excel hides is refused, because only the person knows what to do with it.</summary>
internal static class XlsxCleaner
{
    public static readonly XNamespace S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string MainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private static readonly HashSet<string> Implied = new(StringComparer.Ordinal) { "styles", "sharedStrings", "theme", "chartStyle", "chartColorStyle" };
    private static readonly HashSet<string> Kinds = [.. Implied, "officeDocument", "worksheet", "drawing", "image", "chart", "table"];
    private static readonly HashSet<string> KeptInWorkbook = new(StringComparer.Ordinal) { "workbookPr", "bookViews", "sheets", "calcPr" };

    public static CleanedDocument Clean(byte[] file)
    {
        var source = OfficePackage.Read(file);
        var main = OfficeRelations.Read(source, "").Find(relation => relation.Kind == "officeDocument")?.Target ?? throw new InvalidDataException("The file has no workbook.");
        var workbook = OfficeXml.Read(source[main]);
        if (workbook.Name != S + "workbook")
        {
            throw new CleaningException("El libro no está en el formato corriente de Excel (.xlsx). Guárdelo como «Libro de Excel» y súbalo otra vez.");
        }

        var notes = new CleaningNotes();
        var sheets = XlsxSheets.Read(source, main, workbook);
        XlsxStrings.DropUnused(source, main, sheets, notes);
        var graph = new OfficeGraph(source, Kinds, Implied, (kind, root) => CleanPart(kind, root, notes), notes);
        return new CleanedDocument(graph.Copy(MainType, OfficeProperties.Title(source)).ToBytes(), notes.Sentences);
    }

    private static void CleanPart(string kind, XElement root, CleaningNotes notes)
    {
        switch (kind)
        {
            case "officeDocument":
                notes.Add("nombres definidos", root.Descendants(S + "definedName").Count());
                root.Elements().Where(element => !KeptInWorkbook.Contains(element.Name.LocalName)).Remove();
                break;
            case "worksheet":
                XlsxSheet.Clean(root, notes);
                break;
            case "table":
                root.Elements().Where(element => element.Name.LocalName is not ("autoFilter" or "tableColumns" or "tableStyleInfo")).Remove();
                root.RemoveAll(element => element.Name.LocalName is "calculatedColumnFormula" or "totalsRowFormula" or "xmlColumnPr");
                break;
            case "styles" when root.Descendants(S + "numFmt").Any(format => ((string?)format.Attribute("formatCode"))?.Replace("\"", "", StringComparison.Ordinal).Contains(";;;", StringComparison.Ordinal) ?? false):
                throw new CleaningException("El libro usa un formato de número que oculta el contenido de las celdas (;;;). Quítelo, guarde y súbalo otra vez.");
        }

        OfficeDrawings.Clean(root, notes);
        DocxMarks.Strip(root);
        foreach (var attribute in root.Descendants().Attributes().Where(at => at.Name.LocalName is "codeName" or "comment" or "macro" or "uid" or "queryTableFieldId").ToList())
        {
            attribute.Remove();
        }
    }
}
