using System.Text;
using Acervo.Platform.Documents;

namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>Writes a small workbook of which any piece may be given, to hide something in it.</summary>
internal sealed record XlsxBuilder
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Names = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public string Book { get; init; } = "";

    public string Sheets { get; init; } = "";

    public string Window { get; init; } = "";

    public string Properties { get; init; } = "";

    /// <summary>What stands in the sheet before its rows: views, sizes, columns.</summary>
    public string Before { get; init; } = "";

    public string Rows { get; init; } = "";

    /// <summary>What stands after them: joined cells, rules, drawings.</summary>
    public string After { get; init; } = "";

    public string Strings { get; init; } = "";

    public string Formats { get; init; } = "";

    public string Fonts { get; init; } = "";

    public string Fills { get; init; } = "";

    public string Cells { get; init; } = "";

    public string Changes { get; init; } = "";

    public string Rest { get; init; } = "";

    public IReadOnlyList<(string Id, string Kind, string Target)> SheetLinks { get; init; } = [];

    public IReadOnlyList<(string Id, string Kind, string Target)> BookLinks { get; init; } = [];

    public IReadOnlyList<(string Name, string Text)> Parts { get; init; } = [];

    public IReadOnlyList<(string Name, byte[] Bytes)> Files { get; init; } = [];

    /// <summary>Cell A1 says VISIBLE; what is hidden goes beside it.</summary>
    public byte[] Write()
    {
        var package = new OfficePackage();
        void Add(string name, string text) => package[name] = Encoding.UTF8.GetBytes(text);

        Add("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" """
            + $"""ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default """
            + $"""Extension="png" ContentType="image/png"/><Override PartName="/xl/workbook.xml" ContentType="{Type}sheet.main+xml"/><Override """
            + $"""PartName="/xl/worksheets/sheet1.xml" ContentType="{Type}worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" """
            + $"""ContentType="{Type}worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Type}styles+xml"/><Override """
            + $"""PartName="/xl/sharedStrings.xml" ContentType="{Type}sharedStrings+xml"/></Types>""");
        Add("_rels/.rels", Relations([("r1", "officeDocument", "xl/workbook.xml")]));
        Add("xl/workbook.xml", $"""<workbook {Names}><workbookPr {Properties}/><bookViews><workbookView {Window}/></bookViews><sheets><sheet name="Datos" """
            + $"""sheetId="1" r:id="s1"/>{Sheets}</sheets>{Book}</workbook>""");
        Add("xl/_rels/workbook.xml.rels",
            Relations([("s1", "worksheet", "worksheets/sheet1.xml"), ("s2", "worksheet", "worksheets/sheet2.xml"), ("st", "styles", "styles.xml"),
            ("ss", "sharedStrings", "sharedStrings.xml"), .. BookLinks]));
        Add("xl/styles.xml", $"""<styleSheet {Names}><numFmts>{Formats}</numFmts><fonts><font><sz val="11"/><name val="Calibri"/></font>{Fonts}</fonts>"""
            + $"""<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>{Fills}</fills><borders><border/>"""
            + $"""</borders><cellXfs><xf/>{Cells}</cellXfs><dxfs>{Changes}</dxfs>{Rest}</styleSheet>""");
        Add("xl/sharedStrings.xml", $"<sst {Names}><si><t>VISIBLE</t></si><si><t>CANARIO-texto</t></si>{Strings}</sst>");
        Add("xl/worksheets/sheet1.xml",
            $"""<worksheet {Names}>{Before}<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row>{Rows}</sheetData>{After}</worksheet>""");
        Add("xl/worksheets/sheet2.xml", $"""<worksheet {Names}><sheetData><row r="1"><c r="A1" t="s"><v>1</v></c></row></sheetData></worksheet>""");
        Add("xl/worksheets/_rels/sheet1.xml.rels", Relations(SheetLinks));
        Parts.ToList().ForEach(part => Add(part.Name, part.Text));
        Files.ToList().ForEach(part => package[part.Name] = part.Bytes);
        return package.ToBytes();
    }

    public static string Relations(IReadOnlyList<(string Id, string Kind, string Target)> relations) =>
        """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"""
        + string.Concat(relations.Select(each => $"""<Relationship Id="{each.Id}" Type="{Office}{each.Kind}" """
        + $"""Target="{each.Target}"{(each.Target.Contains(':', StringComparison.Ordinal) ? " TargetMode=\"External\"" : "")}/>"""))
        + "</Relationships>";
}
