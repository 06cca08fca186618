using System.Text;
using Acervo.Modules.Practices.Reading;
using Acervo.Platform.Documents;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Kinds;
using Acervo.Platform.Forms.Reading;

namespace Acervo.Tests.Platform.Forms.Reading;

/// <summary>What is explained where only a term or a name is asked for: the value is taken, the rest waits to be placed.</summary>
public sealed class ExplainedAnswerTests
{
    private static readonly FormQuestion Choice = new()
    {
        Key = "stage",
        Label = "Estado",
        Type = QuestionType.Choice,
        Options = ["En curso", "Terminada", "Suspendida"],
    };

    [Theory]
    [InlineData("Gobierno Digital, porque los trámites se hacen en línea", "Gobierno Digital")]
    [InlineData("La práctica aporta ante todo a la política de Gobierno Digital cuando abre los datos de la entidad", "Gobierno Digital")]
    [InlineData("Gobierno Digital\nSe escogió después de revisar con Planeación cada una de las políticas que el comité trabajó", "Gobierno Digital")]
    public async Task An_explanation_in_a_list_leaves_the_term_and_waits_to_be_placed(string written, string term)
    {
        var reading = await Read("Política MIPG a la que le aporta: " + written);

        Assert.Equal([term], reading.Answers.List("mipg_policies"));
        Assert.Contains(reading.Observations, remark => remark is { Key: "mipg_policies", Code: "explained" });
        var others = string.Join(' ', reading.Unplaced.Where(piece => piece.Near == "mipg_policies").Select(piece => piece.Text));
        Assert.All(written[^20..].Split(' ').Skip(1), word => Assert.Contains(word, others, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Terms_alone_stay_as_they_are()
    {
        var reading = await Read("Política MIPG a la que le aporta: Gobierno Digital; Servicio al ciudadano");

        Assert.Equal(["Gobierno Digital", "Servicio al ciudadano"], reading.Answers.List("mipg_policies"));
        Assert.DoesNotContain(reading.Observations, remark => remark.Code == "explained");
    }

    [Theory]
    [InlineData("En curso, porque falta la segunda etapa", "En curso", "porque falta la segunda etapa")]
    [InlineData("Ya quedó terminada a finales del año anterior, con dos informes",
        "Terminada", "Ya quedó terminada a finales del año anterior, con dos informes")]
    [InlineData("En curso", "En curso", null)]
    [InlineData("Ni en curso ni terminada: nadie sabe bien en qué quedó", "Ni en curso ni terminada: nadie sabe bien en qué quedó", null)]
    public void A_choice_takes_the_option_that_its_text_names(string written, string value, string? others)
    {
        var (answers, told) = (new FormAnswers(), new List<Observation>());
        var lines = new AnswerLines([new ReadingLine { Text = written }], _ => new HashSet<string>(StringComparer.Ordinal), told);

        Choice.Kind.Read(Choice, lines, answers);

        Assert.Equal(value, answers.Text("stage"));
        Assert.Equal(others is null ? [] : [others], Choice.Kind.Left(Choice, lines, answers));
        Assert.Equal(value == written && value == "En curso" ? 0 : 1, told.Count);
    }

    [Fact]
    public async Task The_words_of_a_screen_are_one_annex()
    {
        string[] screen = ["Inicio", "Archivo", "Editar", "Ver", "Buscar", "Iniciar sesión", "Noticias", "Gestión Pública", "Transparencia", "Descargar",
            "Siguiente", "Cerrar sesión", "Ayuda", "Menú", "Compartir", "Aceptar"];
        var reading = await Read("6. ANEXOS\n\nInforme final\nListado de asistencia\nPantallazo del sitio:\n" + string.Join('\n', screen)
            + "\nActa de cierre del proyecto.pdf");

        var annexes = reading.Answers.List("annexes");
        Assert.Equal(4, annexes.Count);
        Assert.Equal(["Informe final", "Listado de asistencia", "Acta de cierre del proyecto.pdf"], annexes.Where((_, at) => at != 2));
        Assert.StartsWith("Pantallazo del sitio: ", annexes[2], StringComparison.Ordinal);
        Assert.All(screen, word => Assert.Contains(word, annexes[2], StringComparison.Ordinal));
        Assert.Contains(reading.Observations, remark => remark is { Key: "annexes", Code: "screen-words" });
    }

    [Fact]
    public async Task A_list_of_short_annexes_stays_a_list()
    {
        var reading = await Read("6. ANEXOS\n\nInforme\nActa\nFotos\nVideo\nEncuesta\nNoticias");

        Assert.Equal(["Informe", "Acta", "Fotos", "Video", "Encuesta", "Noticias"], reading.Answers.List("annexes"));
    }

    private static async Task<FormReading> Read(string last) => FichaReader.Read(await DocumentParser.ParseAsync(Encoding.UTF8.GetBytes("""
        4202000-FT-1311 Versión 02

        Nombre de la buena práctica de gestión pública: Ruta clara
        Dependencia responsable de la buena práctica: Oficina de Datos
        Directivo(a) de la dependencia: Óscar Peña
        Proceso al que pertenece la buena práctica: Servicio

        """ + last), cancel: TestContext.Current.CancellationToken));
}
