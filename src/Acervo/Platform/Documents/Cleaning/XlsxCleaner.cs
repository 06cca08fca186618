using System.Xml.Linq;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>
/// Makes the public copy of a workbook by building a new one from what is seen: sheets, cells as they are drawn, widths, frames, colours and
/// pictures. No part, name, formula, link or property of the original comes along.
/// </summary>
internal static class XlsxCleaner
{
    public static readonly XNamespace S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const long MostCells = 3_000_000;

    public static CleanedDocument Clean(byte[] file)
    {
        var package = OfficePackage.Read(file);
        var notes = new CleaningNotes();
        var source = new XlsxSource(package);
        var sheets = source.VisibleSheets(notes);
        if (sheets.Sum(sheet => (long)sheet.Root.Descendants(S + "c").Count()) > MostCells)
        {
            throw new CleaningException("El libro tiene demasiadas celdas para prepararlo para publicación. Divídalo en varios libros.");
        }

        var styles = new XlsxStyleSheet();
        var texts = new XlsxTexts(source.Texts, source.Styles, notes);
        var target = new XlsxPackage(source.CountsFrom1904);
        foreach (var sheet in sheets)
        {
            var parts = XlsxSheetParts.Read(package, sheet, source.Styles, notes);
            var cells = new XlsxCells(parts, texts, styles, source.Epoch, notes);
            var pictures = parts.Pictures.Seen().ToList();
            target.Add(sheet.Name, new XlsxSheet(sheet.Root, parts.Grid, parts.Merges, cells, styles, source.Styles).Build(pictures.Count > 0
                ? XlsxPackage.DrawingId : null), pictures);
            notes.Add("reglas de validación, enlaces, encabezados de impresión u otras partes de hoja que no se ven en las celdas",
                sheet.Root.Elements().Count(IsUnseen));
        }

        NoteWhatStayedBehind(package, notes);
        return new CleanedDocument(target.ToBytes(styles.Write(), texts.Root), notes.Sentences);
    }

    private static bool IsUnseen(XElement element) =>
        element.Name.LocalName is "dataValidations" or "hyperlinks" or "headerFooter" or "scenarios" or "customSheetViews" or "extLst" or "sheetProtection"
        or "picture" or "oleObjects" or "controls";

    private static void NoteWhatStayedBehind(OfficePackage package, CleaningNotes notes)
    {
        foreach (var name in package.Names.Where(name => OfficeLeftovers.IsToldInWorkbooks(name)))
        {
            notes.Mention(OfficeLeftovers.Describe(name));
        }

        notes.Mention(OfficeLeftovers.Properties);
    }
}
