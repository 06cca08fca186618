using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.XlsxCleaner;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The parts of a workbook that the copy is made from: what its window shows.</summary>
internal sealed class XlsxSource
{
    private static readonly XNamespace R = OfficeXml.Relationships;
    private static readonly DateTime Since1900 = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime Since1904 = new(1904, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly OfficePackage package;
    private readonly List<OfficeRelation> relations;
    private readonly XElement workbook;

    public XlsxSource(OfficePackage package)
    {
        this.package = package;
        var main = OfficeRelations.Read(package, "").Find(relation => relation is { Kind: "officeDocument", External: false })?.Target
            ?? throw new InvalidDataException("The file has no workbook.");
        workbook = OfficeXml.Read(package[main]);
        if (workbook.Name != S + "workbook")
        {
            throw new CleaningException("El libro no está en el formato corriente de Excel (.xlsx). Guárdelo como «Libro de Excel» y súbalo otra vez.");
        }

        relations = OfficeRelations.Read(package, main);
        Styles = new XlsxStyles(Part("styles"), Part("theme"));
        Texts = Part("sharedStrings");
    }

    public XlsxStyles Styles { get; }

    public XElement? Texts { get; }

    public bool CountsFrom1904 => XlsxStyles.IsTrue(workbook.Element(S + "workbookPr")?.Attribute("date1904"));

    public DateTime Epoch => CountsFrom1904 ? Since1904 : Since1900;

    /// <summary>The sheets whose tab is seen; without tabs, only the one that is open.</summary>
    public IReadOnlyList<Sheet> VisibleSheets(CleaningNotes notes)
    {
        var all = workbook.Elements(S + "sheets").Elements(S + "sheet").ToList();
        var window = workbook.Elements(S + "bookViews").Elements(S + "workbookView").FirstOrDefault();
        var visible = (string?)window?.Attribute("showSheetTabs") is "0" or "false" ? [.. all.Skip(XlsxGrid.Whole(window.Attribute("activeTab"))).Take(1)]
            : all;
        List<Sheet> sheets = [.. visible.Where(sheet => (string?)sheet.Attribute("state") is null or "visible").Select(Read).OfType<Sheet>()];
        notes.Add("hojas ocultas, o que no son de cálculo", all.Count - sheets.Count);
        return sheets.Count > 0 ? sheets
            : throw new CleaningException("El libro no tiene ninguna hoja de cálculo a la vista. Muestre al menos una, guárdelo y súbalo otra vez.");
    }

    private Sheet? Read(XElement sheet, int at)
    {
        var part = relations.Find(relation => relation is { Kind: "worksheet", External: false } && relation.Id == (string?)sheet.Attribute(R + "id"))?.Target;
        if (part is null || !package.Has(part))
        {
            return null;
        }

        var name = XlsxSigns.WithShape((string?)sheet.Attribute("name") ?? "").Trim();
        var root = OfficeXml.Read(package[part]);
        if (root.Descendants(S + "c").Any(cell => cell.Element(S + "f") is not null && cell.Element(S + "v") is null && cell.Element(S + "is") is null))
        {
            throw new CleaningException($"La hoja «{name}» tiene fórmulas sin resultado guardado. Ábrala en Excel, guárdela y súbala otra vez.");
        }

        return new Sheet(name.Length > 0 ? name : $"Hoja {at + 1}", part, root);
    }

    private XElement? Part(string kind) =>
        relations.Find(relation => !relation.External && relation.Kind == kind)?.Target is { } part && package.Has(part) ? OfficeXml.Read(package[part]) : null;

    /// <summary>One sheet that is seen.</summary>
    internal sealed record Sheet(string Name, string Part, XElement Root);
}
