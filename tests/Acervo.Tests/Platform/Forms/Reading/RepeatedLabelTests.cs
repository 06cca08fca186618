using System.Text;
using System.Text.Json.Nodes;
using Acervo.Modules.Practices.Reading;
using Acervo.Platform.Documents;
using Acervo.Platform.Forms.Reading;

namespace Acervo.Tests.Platform.Forms.Reading;

/// <summary>A label that comes twice is asked about; neither of its answers is taken in silence, and none runs into another.</summary>
public sealed class RepeatedLabelTests
{
    private const string Form = """
        4202000-FT-1311 Versión 02

        Nombre de la buena práctica de gestión pública: Ruta clara
        Dependencia responsable de la buena práctica: Oficina de Datos
        Directivo(a) de la dependencia: Óscar Peña
        Proceso al que pertenece la buena práctica: Servicio
        Número de contacto: 300 000 0012
        Correo institucional de contacto: persona@example.gov.co

        Descripción de la buena práctica: La ruta ordena los turnos.

        Proceso al que pertenece la buena práctica: Gestión jurídica

        Alcance: Toda la entidad.

        Difusión: Se contó en una charla.

        Alcance: Dos oficinas.

        6. ANEXOS

        Informe final
        """;

    [Fact]
    public async Task What_a_label_says_the_second_time_is_asked_and_kept_beside_the_form()
    {
        var reading = await Read(Form);

        Assert.Equal("Servicio", reading.Answers.Text("process"));
        Assert.Equal("La ruta ordena los turnos.", reading.Answers.Text("description"));
        Assert.Equal("Se contó en una charla.", reading.Answers.Text("dissemination"));
        Assert.False(reading.Values["process"].IsSure);
        Assert.False(reading.Values["scope"].IsSure);
        Assert.True(reading.Values["description"].IsSure);
        var asked = Assert.Single(reading.Observations, remark => remark is { Key: "process", Code: "label-twice" });
        Assert.Contains("«Servicio»", asked.Message, StringComparison.Ordinal);
        Assert.Contains("«Gestión jurídica»", asked.Message, StringComparison.Ordinal);
        Assert.Equal("Gestión jurídica", asked.Proposal);
        Assert.Contains(reading.Unplaced, piece => piece is { Near: "process", Text: "Gestión jurídica" });
        Assert.Contains(reading.Unplaced, piece => piece is { Near: "scope", Text: "Dos oficinas." });
    }

    [Fact]
    public async Task The_same_words_twice_and_a_label_left_blank_are_not_asked_about()
    {
        var same = await Read(Form.Replace("práctica: Gestión jurídica", "práctica: SERVICIO", StringComparison.Ordinal)
            .Replace("Alcance: Dos oficinas.", "", StringComparison.Ordinal));
        var blank = await Read(Form.Replace("práctica: Servicio", "práctica:", StringComparison.Ordinal)
            .Replace("Alcance: Dos oficinas.", "", StringComparison.Ordinal));

        Assert.DoesNotContain(same.Observations, remark => remark.Code == "label-twice");
        Assert.Equal("Servicio", same.Answers.Text("process"));
        Assert.DoesNotContain(blank.Observations, remark => remark.Code == "label-twice");
        Assert.Equal("Gestión jurídica", blank.Answers.Text("process"));
    }

    [Fact]
    public async Task Short_labels_and_the_day_of_filling_count_too()
    {
        var brief = await Read("""
            Asunto: Ficha 4202000-FT-1311

            Nombre: Ruta clara
            Dependencia: Oficina de Datos
            Proceso: Servicio
            Teléfono: 300 000 0012
            Correo: persona@example.gov.co
            Descripción: La ruta ordena los turnos.
            Dependencia: Oficina de Turnos
            Retos: Crecer.
            """);
        var days = await Read(Form.Replace("\nNombre de la buena", "\nFecha de diligenciamiento: 03/02/2025\n\nNombre de la buena", StringComparison.Ordinal)
            + "\n\nFecha de diligenciamiento: 09/02/2025");

        Assert.Equal("Oficina de Datos", brief.Answers.Text("responsible_unit"));
        Assert.Equal("La ruta ordena los turnos.", brief.Answers.Text("description"));
        Assert.Contains(brief.Observations, remark => remark is { Key: "responsible_unit", Code: "label-twice", Proposal: "Oficina de Turnos" });
        Assert.Equal(new DateOnly(2025, 2, 3), days.FilledOn);
        Assert.Contains(days.Observations, remark => remark is { Key: null, Code: "label-twice" });
    }

    [Fact]
    public async Task The_command_tells_it()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Form, TestContext.Current.CancellationToken);

        Assert.Equal(0, await FichaReadCommand.RunAsync([file], output, errors));

        File.Delete(file);
        var record = JsonNode.Parse(output.ToString())!;
        Assert.Contains(record["unplaced"]!.AsArray(), piece => (string?)piece!["text"] == "Gestión jurídica");
        Assert.Contains("«Proceso al que pertenece la buena práctica» aparece más de una vez", errors.ToString(), StringComparison.Ordinal);
    }

    private static async Task<FormReading> Read(string text) =>
        FichaReader.Read(await DocumentParser.ParseAsync(Encoding.UTF8.GetBytes(text), cancel: TestContext.Current.CancellationToken));
}
