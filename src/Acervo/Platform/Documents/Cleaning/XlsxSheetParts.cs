using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.XlsxCleaner;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>All that decides whether a cell of one sheet is seen.</summary>
internal sealed record XlsxSheetParts(XlsxGrid Grid, XlsxMerges Merges, XlsxTables Tables, XlsxConditions Conditions, XlsxPictures Pictures, XlsxStyles Styles,
    bool HidesZeros)
{
    public static XlsxSheetParts Read(OfficePackage source, XlsxSource.Sheet sheet, XlsxStyles styles, CleaningNotes notes)
    {
        var grid = new XlsxGrid(sheet.Root);
        var relations = OfficeRelations.Read(source, sheet.Part);
        var tables = relations.Where(relation => relation is { Kind: "table", External: false } && source.Has(relation.Target))
            .Select(relation => OfficeXml.Read(source[relation.Target]));
        var drawing = relations.Find(relation => relation is { Kind: "drawing", External: false })?.Target;
        return new XlsxSheetParts(
            grid,
            new XlsxMerges(sheet.Root),
            new XlsxTables([.. tables], styles),
            new XlsxConditions(sheet.Root, sheet.Name, styles, notes),
            new XlsxPictures(source, drawing, grid, notes),
            styles,
            (string?)sheet.Root.Elements(S + "sheetViews").Elements(S + "sheetView").FirstOrDefault()?.Attribute("showZeros") is "0" or "false");
    }
}
