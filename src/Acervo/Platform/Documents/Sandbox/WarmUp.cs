using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Acervo.Platform.Documents.Sandbox;

/// <summary>Reads a tiny Word file of its own, so that a waiting worker has its code compiled when the real file comes.</summary>
internal static class WarmUp
{
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
            main.Document = new Document(new Body(
                new Paragraph(new Run(new RunProperties(new Bold()), new WordText("Título:")), new Run(new Break(), new WordText("respuesta"))),
                new Table(new TableRow(new TableCell(new Paragraph(new Run(new WordText("celda")))), new TableCell(new Paragraph()))),
                new Paragraph(new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 })), new Run(new WordText("punto")))));
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.Decimal }, new LevelText { Val = "%1." }) { LevelIndex = 0 }) { AbstractNumberId = 1 },
                new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });
            main.AddNewPart<HeaderPart>().Header = new Header(new Paragraph(new Run(new WordText("encabezado"))));
        }

        return stream.ToArray();
    }
}
