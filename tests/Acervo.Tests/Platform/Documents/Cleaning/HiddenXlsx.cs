using System.Text;
using Acervo.Platform.Documents;

namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>A workbook with something planted in the places where Excel hides things.</summary>
internal static class HiddenXlsx
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    public static byte[] Write(string state = "visible", string row = "", string formats = "", string cell = "")
    {
        var package = new OfficePackage();
        void Add(string name, string text) => package[name] = Encoding.UTF8.GetBytes(text);

        Add("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/octet-stream"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>""");
        Add("_rels/.rels", Rels(("r1", "officeDocument", "xl/workbook.xml"), ("r2", "extended-properties", "docProps/app.xml")));
        Add("docProps/app.xml", "<Properties>CANARIO-empresa</Properties>");
        Add("xl/workbook.xml", $"""<workbook {Main}><fileSharing userName="CANARIO-usuario"/><workbookPr codeName="CANARIO-codigo"/><bookViews><workbookView/></bookViews><sheets><sheet name="Datos" sheetId="1" r:id="s1"/><sheet name="Otra" sheetId="2" state="{state}" r:id="s2"/></sheets><definedNames><definedName name="CANARIO_nombre" hidden="1">"CANARIO-valor"</definedName></definedNames><externalReferences><externalReference r:id="x1"/></externalReferences></workbook>""");
        Add("xl/_rels/workbook.xml.rels", Rels(("s1", "worksheet", "worksheets/sheet1.xml"), ("s2", "worksheet", "worksheets/sheet2.xml"), ("st", "styles", "styles.xml"), ("ss", "sharedStrings", "sharedStrings.xml"), ("x1", "externalLink", "externalLinks/externalLink1.xml")));
        Add("xl/externalLinks/externalLink1.xml", "<x>CANARIO-vinculo</x>");
        Add("xl/styles.xml", $"<styleSheet {Main}><numFmts>{formats}</numFmts></styleSheet>");
        Add("xl/sharedStrings.xml", $"<sst {Main}><si><t>VISIBLE texto</t></si><si><t>CANARIO-texto-borrado</t></si></sst>");
        Add("xl/worksheets/sheet1.xml", $"""<worksheet {Main}><sheetPr codeName="CANARIO-hoja"/><sheetData><row r="1" {row}><c r="A1" t="s"><v>0</v></c><c r="B1"><f>"CANARIO-formula"</f><v>7</v></c>{cell}</row></sheetData><scenarios><scenario name="CANARIO-escenario" user="CANARIO-u"/></scenarios><pageSetup orientation="landscape" r:id="p1"/><legacyDrawing r:id="c1"/></worksheet>""");
        Add("xl/worksheets/sheet2.xml", $"<worksheet {Main}><sheetData/></worksheet>");
        Add("xl/worksheets/_rels/sheet1.xml.rels", Rels(("c0", "comments", "../comments1.xml"), ("c1", "vmlDrawing", "../vml1.vml"), ("p1", "printerSettings", "../printer.bin")));
        Add("xl/comments1.xml", $"<comments {Main}><authors><author>CANARIO-autor</author></authors></comments>");
        Add("xl/vml1.vml", "<xml>CANARIO-vml</xml>");
        Add("xl/printer.bin", "CANARIO-impresora");
        return package.ToBytes();
    }

    private static string Rels(params (string Id, string Kind, string Target)[] relations) =>
        """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"""
        + string.Concat(relations.Select(each => $"""<Relationship Id="{each.Id}" Type="{Office}{each.Kind}" Target="{each.Target}"/>"""))
        + "</Relationships>";
}
