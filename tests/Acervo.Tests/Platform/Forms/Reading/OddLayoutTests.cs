using System.Text;
using Acervo.Modules.Practices.Reading;
using Acervo.Platform.Documents;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;
using Acervo.Tests.Platform.Forms.Reading.Invented;

namespace Acervo.Tests.Platform.Forms.Reading;

/// <summary>Strange but plausible files.</summary>
public sealed class OddLayoutTests
{
    private const string Head = "PROCESO\tGESTIÓN DEL CONOCIMIENTO\tCÓDIGO\t4202000-FT-1311\nPROCEDIMIENTO\tBuenas prácticas\tVERSIÓN\t02\n\n";

    [Fact]
    public async Task An_empty_form_has_no_answers_and_takes_no_instruction_for_one()
    {
        var form = FormCatalogue.Default.Find("4202000-FT-1311", "02")!;
        var text = new StringBuilder(Head).AppendLine(form.FilledOnLabel + ":\n\ndía\tmes\taño\n\t\t\n");
        foreach (var section in form.Sections)
        {
            text.AppendLine($"{section.Number}. {section.Title.ToUpperInvariant()}\n");
            foreach (var question in section.Questions.Where(question => question.OnlyIf is null))
            {
                text.AppendLine($"{(question.UnderHeading ? "" : question.Label + ":")}\n\n{question.Help}\n\n{(question.Type == QuestionType.YesNo ? "- Si ____ ¿Cuál entidad? ____\n- No ____" : "")}\n");
            }
        }

        var reading = await Read(text.ToString());

        Assert.All(form.Questions, question => Assert.False(reading.Answers.IsAnswered(question.Key), $"{question.Key}: {reading.Answers.Text(question.Key)}"));
        Assert.Null(reading.FilledOn);
        Assert.Equal(25, reading.LabelsFound);
    }

    [Fact]
    public async Task Not_applicable_is_kept_as_it_was_typed()
    {
        var reading = await Read(Form("Equipo y/o grupo interno de trabajo donde se identifica la buena práctica:\n\nN/A\n\nColaborador(a) "
            + "responsable:\n\nN/A\n\nAlcance:\n\nN/A"));

        Assert.Equal("N/A", reading.Answers.Text("work_group"));
        Assert.Equal(["N/A"], reading.Answers.List("responsible_people"));
        Assert.Equal("N/A", reading.Answers.Text("scope"));
    }

    [Fact]
    public async Task A_label_word_as_heading_inside_an_answer_steals_nothing()
    {
        var reading = await Read(Form("Línea base:\n\nTexto de línea.\n\nAlcance:\n\nPrimero.\n\nConclusiones\n\nSegundo.\n\nDifusión:\n\nTercero.\n\n5. "
            + "CONCLUSIONES\n\nCuarto.\n\n6. ANEXOS\n"));

        Assert.Equal("Primero.\n\nConclusiones\n\nSegundo.", reading.Answers.Text("scope"));
        Assert.Equal("Tercero.", reading.Answers.Text("dissemination"));
        Assert.Equal("Cuarto.", reading.Answers.Text("conclusions"));
    }

    [Fact]
    public async Task A_phone_in_the_mail_field_is_no_address()
    {
        var reading = await Read(Form("Correo institucional de contacto:\n\n300 000 0012\n\nFecha de inicio de la buena práctica:\n\nfebrero de 2022"));

        Assert.Empty(reading.Answers.List("contact_emails"));
        Assert.Null(reading.Answers.Date("started_on"));
        var remarks = FichaRemarks.Of(reading, new RemarkReference());
        Assert.Contains(remarks, remark => remark is { Key: "contact_emails", Code: "phone-as-email" });
        Assert.Contains(remarks, remark => remark is { Key: "started_on", Code: "date-unreadable" });
    }

    [Theory]
    [InlineData("Sí ___ No _X_", false)]
    [InlineData("Sí _X_ No ___", true)]
    [InlineData("☒ Sí ☐ No", true)]
    [InlineData("☐ Sí\n☑ No", false)]
    [InlineData("[ ] Sí [x] No", false)]
    [InlineData("Si X\nNo", true)]
    [InlineData("No", false)]
    [InlineData("Sí ☐ No ☐", null)]
    [InlineData("Sí X No X", null)]
    [InlineData("Si\tX\tNo\t", true)]
    [InlineData("Sí ☐\nNo ☒", false)]
    [InlineData("Sí\n\n☒\n\nNo\n\n☐", true)]
    [InlineData("☒\n\nSí\n\n☐\n\nNo", true)]
    [InlineData("Sí\n\n(X)\n\nNo\n\n( )", true)]
    [InlineData("Si ( ) No (X)", false)]
    [InlineData("Sí: X No:", true)]
    [InlineData("SI NO X", false)]
    [InlineData("X Sí\nNo", true)]
    [InlineData("SÍ  NO\n\nX", null)]
    [InlineData("[X] No\n[ ] Sí", false)]
    [InlineData("Sí ✔ ¿Cuál entidad? Alcaldía de Cali\nNo", true)]
    [InlineData("Sí ¿Cuál entidad? ________\nNo\n☒", false)]
    [InlineData("Si\t\tNo\tX", false)]
    [InlineData("| Sí | X | No | |", true)]
    public async Task Marks_are_read_in_every_spelling(string marks, bool? meant)
    {
        var reading = await Read(Form("La Buena Práctica es una adaptación de otra entidad. (Marque con una X)\n\n" + marks
            + "\n\nDescripción de la buena práctica\n\nTexto."));

        Assert.Equal(meant, reading.Answers.YesNo("is_adaptation"));
        Assert.Equal("Texto.", reading.Answers.Text("description"));
    }

    [Fact]
    public async Task Another_version_or_another_form_is_refused_in_words()
    {
        var version = await Assert.ThrowsAsync<FormNotRecognisedException>(() => Read(Form("")
            .Replace("VERSIÓN\t02", "VERSIÓN\t07", StringComparison.Ordinal)));
        Assert.Contains("versión 07", version.Message, StringComparison.Ordinal);

        var other = await Assert.ThrowsAsync<FormNotRecognisedException>(() => Read("Acta de reunión\n\nOrden del día:\n\n1. Saludo\n\n2. Varios"));
        Assert.Contains("0 de 25 rótulos hallados", other.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_stated_version_the_labels_tell_it_and_the_reading_says_so()
    {
        var form = FormCatalogue.Default.Find("4202000-FT-1311", "01")!;
        var reading = await Read(TextFicha.Write(new InventedFicha(form, 77), new FichaStyle { Version = false }));

        Assert.Equal("01", reading.Form.Version);
        Assert.Contains(reading.Observations, remark => remark.Code == "version-assumed");
    }

    private static async Task<FormReading> Read(string text) =>
        FichaReader.Read(await DocumentParser.ParseAsync(Encoding.UTF8.GetBytes(text), cancel: TestContext.Current.CancellationToken));

    private static string Form(string middle) =>
        Head + "1. INFORMACIÓN GENERAL\n\nNombre de la buena práctica de gestión pública:\n\nRuta clara\n\nDependencia responsable de la buena "
            + "práctica:\n\nOficina de Datos\n\n"
        + "Directivo(a) de la dependencia:\n\nÓscar Peña\n\nProceso al que pertenece la buena práctica:\n\nServicio\n\nPolítica MIPG a la que le "
        + "aporta\n\nIntegridad\n\n" + middle
        + (middle.Contains("6. ANEXOS", StringComparison.Ordinal) ? "" : "\n\nRetos a futuro:\n\nSeguir.\n\n6. ANEXOS\n");
}
