using Acervo.Modules.Practices.Reading;
using Acervo.Platform.Documents;
using Acervo.Platform.Forms.Reading;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Acervo.Tests.Platform.Forms.Reading;

/// <summary>The text of a box in Word answers the label above it on the sheet, on whichever paragraph the box hangs.</summary>
public sealed class BoxOrderTests
{
    private static readonly string[] Labels =
    [
        "Nombre de la buena práctica de gestión pública:", "Dependencia responsable de la buena práctica:", "Directivo(a) de la dependencia:",
        "Proceso al que pertenece la buena práctica:", "Descripción de la buena práctica:", "Línea base:", "Alcance:", "Retos a futuro:",
    ];

    private static readonly string[] Answers =
        ["Ruta clara", "Oficina de Datos", "Óscar Peña", "Servicio", "La ruta ordena.", "Antes no había.", "Toda la entidad.", "Crecer."];

    [Fact]
    public Task A_box_that_hangs_on_the_next_label_answers_the_one_above_it() =>
        Check((answer, at) => at + 1 < Labels.Length ? Anchored(answer, 0, "<wp:wrapTopAndBottom/>") : "", hangsOnNext: true);

    [Fact]
    public Task A_box_drawn_above_its_paragraph_answers_the_label_above() =>
        Check((answer, at) => at + 1 < Labels.Length ? Anchored(answer, -30, "<wp:wrapNone/>") : "", hangsOnNext: true, blanks: 3);

    [Fact]
    public Task A_box_under_its_own_label_answers_it() =>
        Check((answer, _) => Anchored(answer, 16, "<wp:wrapNone/>"), hangsOnNext: false, blanks: 3);

    [Fact]
    public async Task Boxes_that_all_hang_on_the_first_paragraph_answer_the_labels_above_them()
    {
        const int Step = 15;
        var boxes = string.Concat(Answers.Select((answer, at) => Anchored(answer, ((((at + 1) * 4) + 1) * Step) + 2, "<wp:wrapNone/>")));
        var body = "<w:p><w:r><w:t>4202000-FT-1311 Versión 02</w:t></w:r>" + boxes + "</w:p>" + Empty(3, Step)
            + string.Concat(Labels.Select(label => Line($"<w:r><w:t>{label}</w:t></w:r>", Step) + Empty(3, Step)));

        Same(await Read(body), Answers.Length);
    }

    private static async Task Check(Func<string, int, string> box, bool hangsOnNext, int blanks = 0)
    {
        var body = "<w:p><w:r><w:t>4202000-FT-1311 Versión 02</w:t></w:r></w:p>";
        for (var at = 0; at < Labels.Length; at++)
        {
            var hung = hangsOnNext ? at == 0 ? "" : box(Answers[at - 1], at - 1) : box(Answers[at], at);
            body += $"<w:p>{hung}<w:r><w:t>{Labels[at]}</w:t></w:r></w:p>" + Empty(blanks, 14);
        }

        Same(await Read(body), hangsOnNext ? Labels.Length - 1 : Labels.Length);
    }

    private static void Same(FormReading reading, int count)
    {
        string[] keys = ["title", "responsible_unit", "unit_head", "process", "description", "baseline", "scope", "future_challenges"];
        Assert.Equal(Answers.Take(count), keys.Take(count).Select(key => reading.Answers.Text(key)));
    }

    private static string Empty(int count, int height) => string.Concat(Enumerable.Repeat(Line("", height), count));

    private static string Line(string runs, int height) =>
        $"<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"{height * 20}\" w:lineRule=\"exact\"/></w:pPr>{runs}</w:p>";

    private static string Anchored(string text, int points, string wrap) =>
        "<w:r><w:drawing><wp:anchor xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" simplePos=\"0\" relativeHeight=\"2\" "
        + "behindDoc=\"0\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\"><wp:simplePos x=\"0\" y=\"0\"/><wp:positionH relativeFrom=\"column\">"
        + "<wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom=\"paragraph\">"
        + $"<wp:posOffset>{points * 12700}</wp:posOffset></wp:positionV><wp:extent cx=\"4000000\" cy=\"254000\"/>{wrap}<wp:docPr id=\"{points + 900}\" "
        + "name=\"Cuadro\"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"
        + "<a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\">"
        + "<wps:wsp xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:cNvSpPr txBox=\"1\"/><wps:spPr><a:xfrm>"
        + "<a:off x=\"0\" y=\"0\"/><a:ext cx=\"4000000\" cy=\"254000\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>"
        + $"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        + "</wp:anchor></w:drawing></w:r>";

    private static async Task<FormReading> Read(string body)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            file.AddMainDocumentPart().Document = new Document("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                + $"<w:body>{body}</w:body></w:document>");
        }

        return FichaReader.Read(await DocumentParser.ParseAsync(stream.ToArray(), cancel: TestContext.Current.CancellationToken));
    }
}
