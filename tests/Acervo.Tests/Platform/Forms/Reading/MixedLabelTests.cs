using System.Text;
using Acervo.Modules.Practices.Reading;
using Acervo.Platform.Documents;
using Acervo.Platform.Forms.Reading;

namespace Acervo.Tests.Platform.Forms.Reading;

/// <summary>Labels of two looks in one document, labels that are questions, and short lists on one line.</summary>
public sealed class MixedLabelTests
{
    private const string Head = """
        4202000-FT-1311 Versión 02

        NOMBRE DE LA PRACTICA: Recetas de la huerta
        DEPENDENCIA: Oficina de Bienestar
        PROCESO: Talento humano
        """;

    [Fact]
    public async Task Short_facts_before_colons_and_long_answers_under_bare_capitals_are_both_read()
    {
        var reading = await Read(Head + """


            DESCRIPCION
            Cada piso cuida una cama de la huerta.

            LINEA BASE
            La terraza estaba vacía.

            POBLACION OBJETIVO
            Quienes trabajan en la sede.

            APORTE
            Hay almuerzos con lo que se cosecha.

            RETOS A FUTURO
            Más camas.

            ESTABILIDAD
            La cuida el comité de bienestar.
            """);

        Assert.Equal("Cada piso cuida una cama de la huerta.", reading.Answers.Text("description"));
        Assert.Equal("Hay almuerzos con lo que se cosecha.", reading.Answers.Text("contribution"));
        Assert.Equal("La cuida el comité de bienestar.", reading.Answers.Text("stability"));
        Assert.Equal("Más camas.", reading.Answers.Text("future_challenges"));
    }

    [Theory]
    [InlineData("¿Es una adaptación?: No", false, null)]
    [InlineData("¿Adaptada de otra entidad? SI __ NO _X_", false, null)]
    [InlineData("Entidad de origen: Alcaldía de Ibagué", null, "Alcaldía de Ibagué")]
    public async Task A_marked_choice_answers_the_question_and_not_its_detail(string line, bool? marked, string? from)
    {
        var reading = await Read(Head + "\n" + line + "\nALCANCE: Una sede.");

        Assert.Equal(marked, reading.Answers.YesNo("is_adaptation"));
        Assert.Equal(from, reading.Answers.Text("adapted_from"));
        Assert.Equal("Una sede.", reading.Answers.Text("scope"));
    }

    [Fact]
    public async Task Annexes_on_one_line_are_as_many_as_it_names()
    {
        var reading = await Read(Head + "\nALCANCE: Una sede.\nSOPORTES: Calendario de siembra; Fotos de la cosecha");

        Assert.Equal(["Calendario de siembra", "Fotos de la cosecha"], reading.Answers.List("annexes"));
    }

    private static async Task<FormReading> Read(string text) =>
        FichaReader.Read(await DocumentParser.ParseAsync(Encoding.UTF8.GetBytes(text), cancel: TestContext.Current.CancellationToken));
}
