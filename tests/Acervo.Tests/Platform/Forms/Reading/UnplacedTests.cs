using System.Text;
using System.Text.Json.Nodes;
using Acervo.Modules.Practices.Reading;
using Acervo.Platform.Documents;
using Acervo.Platform.Forms.Reading;

namespace Acervo.Tests.Platform.Forms.Reading;

/// <summary>Whatever a document says and no answer took is told, and the sum of a reading counts what deserves a look.</summary>
public sealed class UnplacedTests
{
    private const string Form = """
        4202000-FT-1311 Versión 02

        Buenas tardes, va la ficha de la mesa de archivo.

        Nombre de la buena práctica de gestión pública: Ruta clara
        Dependencia responsable de la buena práctica: Oficina de Datos
        Directivo(a) de la dependencia: Óscar Peña
        Proceso al que pertenece la buena práctica: Servicio
        Sector: Gestión pública
        Número de contacto: 300 000 0012; llamar en la mañana
        Correo institucional de contacto: persona@example.gov.co, que revisa la oficina

        La Buena Práctica es una adaptación de otra entidad: No, la pensamos nosotros mismos

        Descripción de la buena práctica: La ruta ordena.

        6. ANEXOS

        Informe final

        Cordialmente,
        Óscar Peña
        """;

    [Fact]
    public async Task What_no_answer_took_is_told_with_the_question_where_it_stood()
    {
        var reading = await Read(Form);

        Assert.Equal("Servicio", reading.Answers.Text("process"));
        Assert.Contains(reading.Unplaced, piece => piece is { Near: null } && piece.Text.StartsWith("Buenas tardes", StringComparison.Ordinal));
        Assert.Contains(reading.Unplaced, piece => piece is { Near: "process", Text: "Sector: Gestión pública" });
        Assert.Contains(reading.Unplaced, piece => piece is { Near: "contact_phones", Text: "llamar en la mañana" });
        Assert.Contains(reading.Unplaced, piece => piece.Near == "contact_emails" && piece.Text.Contains("que revisa la oficina", StringComparison.Ordinal));
        Assert.Contains(reading.Unplaced, piece => piece is { Near: "is_adaptation" } && piece.Text.Contains("la pensamos", StringComparison.Ordinal));
        Assert.Contains(reading.Unplaced, piece => piece.Text == "Cordialmente,\nÓscar Peña");
        Assert.Equal(6, reading.Unplaced.Count);
        Assert.Equal(["Informe final"], reading.Answers.List("annexes"));
    }

    [Fact]
    public async Task The_sum_counts_what_was_read_and_what_deserves_a_look()
    {
        var tally = (await Read(Form)).Tally;

        Assert.Equal(9, tally.Read);
        Assert.Equal(tally.Asked, tally.Read + tally.Doubtful);
        Assert.Equal($"9 de {tally.Asked} respuestas leídas; {tally.Doubtful} por mirar", tally.Sentence);
    }

    [Theory]
    [InlineData("Directivo(a) de la dependencia: Óscar Peña", "Directivo(a) de la dependencia: 300 000 0012", "unit_head")]
    [InlineData("300 000 0012; llamar en la mañana", "31/01/2024", "contact_phones")]
    [InlineData("Ruta clara", "persona@example.gov.co", "title")]
    public async Task What_cannot_be_an_answer_is_never_sure(string written, string odd, string key)
    {
        var reading = await Read(Form.Replace(written, odd, StringComparison.Ordinal));

        Assert.False(reading.Values[key].IsSure);
        Assert.True(!reading.Answers.IsAnswered(key) || reading.Observations.Any(remark => remark.Key == key && remark.Code == "implausible"));
    }

    [Fact]
    public async Task A_process_of_three_hundred_letters_and_an_unmarked_choice_are_never_sure()
    {
        var long_ = string.Join(' ', Enumerable.Repeat("servicio", 34));
        var reading = await Read(Form.Replace("pertenece la buena práctica: Servicio", "pertenece la buena práctica: " + long_, StringComparison.Ordinal)
            .Replace("No, la pensamos nosotros mismos", "Sí ___ No ___", StringComparison.Ordinal));

        Assert.Equal(long_, reading.Answers.Text("process"));
        Assert.False(reading.Values["process"].IsSure);
        Assert.Null(reading.Answers.YesNo("is_adaptation"));
        Assert.False(reading.Values["is_adaptation"].IsSure);
        Assert.True(reading.Values["title"].IsSure);
    }

    [Fact]
    public async Task The_command_prints_them()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Form, TestContext.Current.CancellationToken);

        Assert.Equal(0, await FichaReadCommand.RunAsync([file], output, errors));

        File.Delete(file);
        var record = JsonNode.Parse(output.ToString())!;
        Assert.Equal(6, record["unplaced"]!.AsArray().Count);
        Assert.Equal(9, (int)record["tally"]!["read"]!);
        Assert.StartsWith("9 de ", errors.ToString(), StringComparison.Ordinal);
    }

    private static async Task<FormReading> Read(string text) =>
        FichaReader.Read(await DocumentParser.ParseAsync(Encoding.UTF8.GetBytes(text), cancel: TestContext.Current.CancellationToken));
}
