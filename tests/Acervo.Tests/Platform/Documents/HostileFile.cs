using System.IO.Compression;
using System.Text;
using Acervo.Platform.Forms;
using Acervo.Tests.Platform.Forms.Reading.Invented;

namespace Acervo.Tests.Platform.Documents;

/// <summary>Files built to harm, or broken, or no documents at all.</summary>
internal static class HostileFile
{
    public static byte[] Make(string kind) => kind switch
    {
        "empty" => [],
        "program" => [.. "MZ"u8, .. new byte[600]],
        "binary" => [1, 2, 0, 0, 5, 6, 7, 0],
        "encrypted" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[64]],
        "zip-bomb" => Docx($"<w:document {Space}><w:body><w:p><w:r><w:t>{new string(' ', 60_000_000)}</w:t></w:r></w:p></w:body></w:document>"),
        "xxe" => Docx("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><w:document "
            + $"{Space}><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"),
        "truncated-docx" => Docx($"<w:document {Space}><w:body/></w:document>")[..^60],
        "deep-xml" => Docx($"<w:document {Space}><w:body>{string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 3000))}"),
        "deep-changes" => Docx(Nested("<w:ins w:id=\"1\" w:author=\"a\">", "<w:r><w:t>texto</w:t></w:r>", "</w:ins>", 50_000)),
        "deep-styles" => Zip(("word/document.xml", "<w:document/>"), ("word/estilos.bin", Nested("<w:style>", "", "</w:style>", 5_000))),
        "endless-elements" => Docx($"<w:document {Space}><w:body>"
            + $"<w:p>{string.Concat(Enumerable.Range(0, 1_100_000).Select(n => $"<w:r w:id=\"{n * 2654435761L % 4294967291L:x}\"/>"))}</w:p></w:body>"
            + "</w:document>"),
        "truncated-pdf" => "%PDF-1.7\n1 0 obj <</Type"u8.ToArray(),
        "encrypted-pdf" => Pdf(1, $"/Encrypt <</Filter/Standard/V 1/R 2/O<{new string('1', 64)}>/U<{new string('2', 64)}>/P -4>>/ID[<00><00>]"),
        "many-pages" => Pdf(5000),
        "blank-text" => "  \n \t\n"u8.ToArray(),
        "plain-zip" => Zip(("a.txt", "hola")),
        "cat" => Drawing.Cat().ToPng(),
        "other-form" => Encoding.UTF8.GetBytes("PROCESO\tTALENTO HUMANO\tCÓDIGO\t4203000-FT-1001\nFORMATO\tActa de reunión\tVERSIÓN\t03\n\nOrden del "
            + "día:\n\n1. Saludo\n\n2. Varios"),
        "other-version" => Encoding.UTF8.GetBytes(TextFicha.Write(new InventedFicha(FormCatalogue.Default.Find("4202000-FT-1311", "02")!, 5), new FichaStyle())
            .Replace("VERSIÓN\t02", "VERSIÓN\t07", StringComparison.Ordinal)),
        "rtf" => @"{\rtf1 hola}"u8.ToArray(),
        _ => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3],
    };

    private const string Space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private static string Nested(string open, string inside, string close, int times) =>
        $"<w:document {Space}><w:body><w:p>{string.Concat(Enumerable.Repeat(open, times))}{inside}{string.Concat(Enumerable.Repeat(close, times))}</w:p>"
            + "</w:body></w:document>";

    private static byte[] Docx(string document) => Zip(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
            + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" "
            + "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
        ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
            + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
        ("word/document.xml", document));

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }

    private static byte[] Pdf(int pages, string trailer = "")
    {
        var text = new StringBuilder("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n")
            .Append($"2 0 obj <</Type/Pages/Count {pages}/Kids[{string.Join(' ', Enumerable.Range(3, pages).Select(number => $"{number} 0 R"))}]>> endobj\n");
        foreach (var number in Enumerable.Range(3, pages))
        {
            text.Append($"{number} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>> endobj\n");
        }

        return Encoding.ASCII.GetBytes(text.Append($"trailer <</Root 1 0 R {trailer}>>\n%%EOF").ToString());
    }
}
