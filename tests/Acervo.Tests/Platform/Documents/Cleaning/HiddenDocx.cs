using System.Text;
using Acervo.Platform.Documents;

namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>A Word document with something planted in every place where Word hides things. Planted words say CANARIO, shown ones say VISIBLE.</summary>
internal static class HiddenDocx
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Namespaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"
        """;

    private static readonly string[] PlainParts = ["styles", "settings", "footnotes"];

    /// <summary>The document, with some XML of the body added for a test of its own.</summary>
    public static byte[] Write(string more = "")
    {
        var package = new OfficePackage();
        void Add(string name, string text) => package[name] = Encoding.UTF8.GetBytes(text);

        Add("[Content_Types].xml", Types());
        Add("_rels/.rels", Rels(("r1", Office + "officeDocument", "word/document.xml"),
            ("r2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
            ("r3", Office + "extended-properties", "docProps/app.xml"), ("r4", Office + "custom-properties", "docProps/custom.xml"),
            ("r5", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail", "docProps/thumbnail.jpeg")));
        Add("docProps/core.xml", """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" """
            + """xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>CANARIO-título</dc:title><dc:creator>CANARIO-autor</dc:creator>"""
            + """<cp:lastModifiedBy>CANARIO-ultimo</cp:lastModifiedBy><cp:keywords>CANARIO-claves</cp:keywords></cp:coreProperties>""");
        Add("docProps/app.xml", """<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">"""
            + """<Company>CANARIO-empresa</Company><Manager>CANARIO-jefe</Manager></Properties>""");
        Add("docProps/custom.xml", """<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property """
            + """name="CANARIO-propiedad"/></Properties>""");
        Add("docProps/thumbnail.jpeg", "CANARIO-miniatura");
        Add("word/document.xml", Document(more));
        Add("word/_rels/document.xml.rels", Relations());
        Add("word/styles.xml", $"""<w:styles {Namespaces}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rsid """
            + $"""w:val="00AA11BB"/></w:style><w:style w:type="character" w:styleId="Oculto"><w:name w:val="Oculto"/><w:rPr><w:vanish/></w:rPr></w:style>"""
            + $"""<w:style w:type="character" w:styleId="Hijo"><w:name w:val="Hijo"/><w:basedOn w:val="Oculto"/></w:style><w:style w:type="paragraph" """
            + $"""w:styleId="POculto"><w:name w:val="POculto"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>""");
        Add("word/settings.xml", $"""<w:settings {Namespaces}><w:attachedTemplate r:id="rTpl"/><w:mailMerge><w:query w:val="CANARIO-consulta"/></w:mailMerge>"""
            + $"""<w:trackRevisions/><w:documentProtection w:edit="readOnly" w:hash="CANARIO-clave"/><w:defaultTabStop w:val="708"/><w:rsids><w:rsidRoot """
            + $"""w:val="00AA11BB"/></w:rsids><w:docVars><w:docVar w:name="x" w:val="CANARIO-variable"/></w:docVars></w:settings>""");
        Add("word/_rels/settings.xml.rels", Rels(("rTpl", Office + "attachedTemplate", "file:///C:/Users/CANARIO-plantilla/Normal.dotm")));
        Add("word/comments.xml", $"""<w:comments {Namespaces}><w:comment w:id="1" w:author="CANARIO-comentarista" w:initials="CC"><w:p><w:r>"""
            + $"""<w:t>CANARIO-comentario</w:t></w:r></w:p></w:comment></w:comments>""");
        Add("word/commentsExtended.xml", "<x>CANARIO-hilo</x>");
        Add("word/people.xml", """<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="CANARIO-persona"/>"""
            + """</w15:people>""");
        Add("word/footnotes.xml", $"""<w:footnotes {Namespaces}><w:footnote w:id="1"><w:p><w:r><w:t>VISIBLE nota</w:t></w:r></w:p></w:footnote><w:footnote """
            + $"""w:id="2"><w:p><w:r><w:t>CANARIO-nota-borrada</w:t></w:r></w:p></w:footnote></w:footnotes>""");
        Add("word/header1.xml", $"""<w:hdr {Namespaces}><w:p><w:r><w:t>VISIBLE encabezado</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr>"""
            + $"""<w:t>CANARIO-encabezado-oculto</w:t></w:r></w:p></w:hdr>""");
        Add("word/header2.xml", $"""<w:hdr {Namespaces}><w:p><w:r><w:t>CANARIO-primera-pagina</w:t></w:r></w:p></w:hdr>""");
        Add("word/glossary/document.xml", "<x>CANARIO-glosario</x>");
        Add("word/webSettings.xml", $"""<w:webSettings {Namespaces}><!-- CANARIO-web --></w:webSettings>""");
        Add("word/vbaProject.bin", "CANARIO-macro");
        Add("word/embeddings/oleObject1.bin", "CANARIO-objeto");
        Add("word/activeX/activeX1.xml", "<x>CANARIO-activex</x>");
        Add("word/printerSettings1.bin", "CANARIO-impresora");
        Add("customXml/item1.xml", "<x>CANARIO-customxml</x>");
        package["word/media/foto.png"] = Pictures.Png("CANARIO-png");
        package["word/media/foto.jpg"] = Pictures.Jpeg("CANARIO-exif");
        package["word/media/sobrante.png"] = Pictures.Png("CANARIO-sobrante");
        package["word/embeddings/libro.xlsx"] = [.. Encoding.Unicode.GetBytes("CANARIO-utf16")];
        return package.ToBytes();
    }

    private static string Document(string more) => $"""
        <?xml version="1.0"?><!-- CANARIO-xml --><?app CANARIO-instruccion?><w:document {Namespaces}><w:body>
        <w:p w:rsidR="00CANARIO" w14:paraId="0CANARIO"><w:r w:rsidRPr="00AA11BB"><w:t>VISIBLE uno</w:t></w:r><w:commentRangeStart w:id="1"/><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>
        <w:p><w:ins w:id="5" w:author="CANARIO-inserta"><w:r><w:t>VISIBLE insertado</w:t></w:r></w:ins><w:del w:id="6" w:author="CANARIO-borra"><w:r><w:delText>CANARIO-borrado</w:delText></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:del></w:p>
        <w:p><w:pPr><w:rPr><w:del w:id="7" w:author="CANARIO-x"/></w:rPr></w:pPr><w:del w:id="8" w:author="CANARIO-y"><w:r><w:delText>CANARIO-parrafo</w:delText></w:r></w:del></w:p>
        <w:p><w:moveFrom w:id="9" w:author="CANARIO-mueve"><w:r><w:t>CANARIO-movido</w:t></w:r></w:moveFrom><w:moveTo w:id="10" w:author="CANARIO-mueve"><w:r><w:t>VISIBLE movido</w:t></w:r></w:moveTo></w:p>
        <w:p><w:pPr><w:pPrChange w:id="11" w:author="CANARIO-formato"><w:pPr/></w:pPrChange></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>CANARIO-oculto</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Hijo"/></w:rPr><w:t>CANARIO-estilo</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Hijo"/><w:vanish w:val="0"/></w:rPr><w:t>VISIBLE a pesar del estilo</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="POculto"/></w:pPr><w:r><w:t>CANARIO-estilo-de-parrafo</w:t></w:r></w:p>
        <w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>VISIBLE celda</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:trPr><w:del w:id="12" w:author="CANARIO-fila"/></w:trPr><w:tc><w:p><w:r><w:t>CANARIO-fila-borrada</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        <w:p><w:r><w:object><v:shape><v:imagedata r:id="rImg" o:title="CANARIO-imagen"/></v:shape><o:OLEObject ProgID="Excel" r:id="rOle"/></w:object></w:r></w:p>
        <w:p><w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="C:\Users\CANARIO-ruta\foto.png" descr="CANARIO-texto-alternativo"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="CANARIO-nombre.png" descr="CANARIO-archivo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rImg"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>
        <w:p><w:r><w:pict><v:shape style="position:absolute"><v:imagedata r:id="rJpg"/></v:shape></w:pict></w:r></w:p>
        <w:p><w:hyperlink r:id="rWeb"><w:r><w:t>VISIBLE enlace</w:t></w:r></w:hyperlink><w:hyperlink r:id="rFile"><w:r><w:t>VISIBLE texto de vínculo interno</w:t></w:r></w:hyperlink></w:p>
        <w:p><w:r><w:fldChar w:fldCharType="begin"><w:fldData>CANARIO-flddata</w:fldData></w:fldChar></w:r><w:r><w:instrText> ADDIN CANARIO-cita </w:instrText></w:r><w:r><w:t>CANARIO-en-codigo</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>VISIBLE resultado</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr=" DOCVARIABLE CANARIO-campo "><w:r><w:t>VISIBLE variable</w:t></w:r></w:fldSimple><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>
        <w:sdt><w:sdtPr><w:tag w:val="title"/><w:dataBinding w:xpath="CANARIO-xpath" w:storeItemID="x"/></w:sdtPr><w:sdtContent><w:p><w:smartTag w:uri="CANARIO-uri" w:element="x"><w:smartTagPr><w:attr w:name="CANARIO-at" w:val="x"/></w:smartTagPr><w:r><w:t>VISIBLE control</w:t></w:r></w:smartTag></w:p></w:sdtContent></w:sdt>
        <w:permStart w:id="1" w:ed="CANARIO-permiso"/><w:permEnd w:id="1"/>{more}
        <w:sectPr><w:headerReference w:type="default" r:id="rHdr"/><w:headerReference w:type="first" r:id="rHdr2"/></w:sectPr></w:body></w:document>
        """;

    private static string Relations() => Rels(
        ("rSty", Office + "styles", "styles.xml"), ("rSet", Office + "settings", "settings.xml"), ("rCom", Office + "comments", "comments.xml"),
        ("rCex", "http://schemas.microsoft.com/office/2011/relationships/commentsExtended", "commentsExtended.xml"),
        ("rPeo", "http://schemas.microsoft.com/office/2011/relationships/people", "people.xml"),
        ("rFn", Office + "footnotes", "footnotes.xml"), ("rHdr", Office + "header", "header1.xml"), ("rHdr2", Office + "header", "header2.xml"),
        ("rGlo", Office + "glossaryDocument", "glossary/document.xml"),
        ("rWebS", Office + "webSettings", "webSettings.xml"), ("rVba", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"),
        ("rOle", Office + "oleObject", "embeddings/oleObject1.bin"),
        ("rPkg", Office + "package", "embeddings/libro.xlsx"), ("rAx", Office + "control", "activeX/activeX1.xml"),
        ("rPrn", Office + "printerSettings", "printerSettings1.bin"), ("rCx", Office + "customXml", "../customXml/item1.xml"),
        ("rImg", Office + "image", "media/foto.png"), ("rJpg", Office + "image", "media/foto.jpg"), ("rOld", Office + "image", "media/sobrante.png"),
        ("rWeb", Office + "hyperlink", "https://example.gov.co/"), ("rFile", Office + "hyperlink", "file://servidor/CANARIO-carpeta/a.docx"));

    private static string Rels(params (string Id, string Type, string Target)[] relations) =>
        """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"""
        + string.Concat(relations.Select(each => $"""<Relationship Id="{each.Id}" Type="{each.Type}" """
        + $"""Target="{each.Target}"{(each.Target.Contains("://", StringComparison.Ordinal) ? " TargetMode=\"External\"" : "")}/>"""))
        + "</Relationships>";

    private static string Types()
    {
        const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        return $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" """
            + $"""ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default """
            + $"""Extension="bin" ContentType="application/octet-stream"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpg" """
            + $"""ContentType="image/jpeg"/><Override PartName="/word/document.xml" """
            + $"""ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>{string.Concat(PlainParts.Select(name => $"""<Override PartName="/word/{name}.xml" ContentType="{Word}{name}+xml"/>"""))}<Override PartName="/word/header1.xml" ContentType="{Word}header+xml"/><Override PartName="/word/header2.xml" ContentType="{Word}header+xml"/></Types>""";
    }
}
