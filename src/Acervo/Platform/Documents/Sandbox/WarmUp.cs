using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Acervo.Platform.Documents.Sandbox;

/// <summary>Reads a tiny Word file of its own, so that a waiting worker has its code compiled when the real file comes.</summary>
internal static class WarmUp
{
    private const string Space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private const string Lists = $"""<w:numbering {Space}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>""";
    private const string PageHeader = $"<w:hdr {Space}><w:p><w:r><w:t>encabezado</w:t></w:r></w:p></w:hdr>";

    private static readonly string[] Bodies =
    [
        $"<w:p {Space}><w:r><w:rPr><w:b/></w:rPr><w:t>Título:</w:t><w:br/></w:r><w:r><w:t>respuesta</w:t></w:r></w:p>",
        $"<w:p {Space}><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>punto</w:t></w:r></w:p>",
    ];

    public static async Task RunAsync()
    {
        for (var round = 0; round < 2; round++)
        {
            var document = await DocumentParser.ParseAsync(Sample());
            var json = JsonSerializer.SerializeToUtf8Bytes(new WorkerMessage { Document = document }, WorkerMessage.Json);
            JsonSerializer.Deserialize<WorkerMessage>(json, WorkerMessage.Json);
        }
    }

    private static byte[] Sample()
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.Document = new Document { Body = new Body() };
            main.Document.Body.Append(Bodies.Select(xml => new Paragraph(xml)).ToArray<OpenXmlElement>());
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(Lists);
            main.AddNewPart<HeaderPart>().Header = new Header(PageHeader);
        }

        return stream.ToArray();
    }
}
