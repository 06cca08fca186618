using Acervo.Modules.Practices.Reading;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;

namespace Acervo.Tests.Modules.Practices.Capture.Reading;

/// <summary>What the remarks see, what they propose, and what they leave in peace.</summary>
public sealed class FichaRemarksTests
{
    [Theory]
    [InlineData("contact_emails", "ana@exampl.gov.co", "mail-domain", "ana@example.gov.co")]
    [InlineData("contact_emails", "ana@alcadiabogota.gov.co", "mail-domain", "ana@alcaldiabogota.gov.co")]
    [InlineData("contact_emails", "ana@alcladiabogota.gov.co", "mail-domain", "ana@alcaldiabogota.gov.co")]
    [InlineData("contact_emails", "ana@gmail.com", "mail-personal", null)]
    [InlineData("contact_phones", "+57 300 000 0012", "mobile-phone", null)]
    [InlineData("mipg_policies", "Gestión del conocimiento e innovación", "policy-unknown", "Gestión del Conocimiento y la Innovación")]
    [InlineData("mipg_policies", "Gobierno Dijital", "policy-unknown", "Gobierno Digital")]
    [InlineData("mipg_policies", "Información y comunicación", "policy-unknown", null)]
    [InlineData("responsible_people", "Oficina de Prensa", "office-as-person", null)]
    [InlineData("annexes", "Soporte_2025.pdf", "annex-not-attached", null)]
    public void A_list_answer_is_remarked(string key, string value, string code, string? proposal)
    {
        var remark = Assert.Single(Remarks(answers => answers.Set(key, [value])), remark => remark.Code == code);

        Assert.Equal(key, remark.Key);
        Assert.Equal(proposal, remark.Proposal);
        Assert.EndsWith(".", remark.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unit_head", "Dirección de Desarrollo Institucional", "office-as-person")]
    [InlineData("process", "Se trabaja con todas las áreas. Cada una aporta su parte del proceso.", "process-is-text")]
    [InlineData("scope", "Mencione objetivos y tiempo en el que se desarrolló la buena práctica", "help-as-answer")]
    [InlineData("scope", "La práctica llega a todas las entidades y organismos del distrito capital de", "cut-text")]
    [InlineData("scope", "Llega a todas las entidades del distrito capital. Sigue creciendo. Llega a todas las entidades del distrito capital.",
        "repeated-sentence")]
    public void A_text_answer_is_remarked(string key, string value, string code) =>
        Assert.Contains(Remarks(answers => answers.Set(key, value)), remark => remark.Key == key && remark.Code == code);

    [Fact]
    public void Figures_that_disagree_between_answers_are_shown_side_by_side()
    {
        var remarks = Remarks(answers =>
        {
            answers.Set("description", "Publicó 1.248 convocatorias y 1,8 millones de impresiones. Tiene 3 personas.");
            answers.Set("contribution", "Son 1.300 convocatorias y 2 millones de impresiones. Trabajan 4 personas.");
        });

        Assert.Equal(2, remarks.Count(remark => remark.Code == "figures-differ"));
        Assert.Contains(remarks, remark => remark.Message.Contains("1.248", StringComparison.Ordinal)
            && remark.Message.Contains("1.300", StringComparison.Ordinal));
    }

    [Fact]
    public void A_start_that_the_prose_places_earlier_is_remarked()
    {
        var remarks = Remarks(answers =>
        {
            answers.Set("started_on", new DateOnly(2025, 2, 15));
            answers.Set("scope", "Su desarrollo inició en 2021 con boletines.");
        });

        Assert.Single(remarks, remark => remark.Code == "start-contradicted");
    }

    [Fact]
    public void A_title_misspelt_against_the_answers_gets_a_proposal()
    {
        var remarks = Remarks(answers =>
        {
            answers.Set("title", "Micositio Gestión Pública");
            answers.Set("description", "El micrositio ordena. El micrositio publica. El micrositio crece.");
        });

        Assert.Equal("Micrositio Gestión Pública", Assert.Single(remarks, remark => remark.Code == "title-misspelt").Proposal);
    }

    [Fact]
    public void A_sound_ficha_gets_no_remark()
    {
        var remarks = Remarks(answers =>
        {
            answers.Set("title", "Ruta de datos claros");
            answers.Set("responsible_unit", "Oficina de Datos");
            answers.Set("work_group", "Equipo de calidad");
            answers.Set("unit_head", "Óscar Peña");
            answers.Set("responsible_people", ["Lucía Ñáñez"]);
            answers.Set("employment_types", ["Contratista"]);
            answers.Set("contact_emails", ["lucia@example.gov.co"]);
            answers.Set("contact_phones", ["601 381 3000 ext. 12"]);
            answers.Set("mipg_policies", ["Gobierno Digital"]);
            answers.Set("started_on", new DateOnly(2021, 1, 31));
            answers.Set("description", "La ruta empezó en 2021 y atiende 1.200 solicitudes cada año.\n\n- Publica datos\n- Los revisa");
            answers.Set("annexes", ["Informe https://example.gov.co/informe"]);
        });

        Assert.Empty(remarks);
    }

    private static IReadOnlyList<Observation> Remarks(Action<FormAnswers> fill)
    {
        var answers = new FormAnswers();
        fill(answers);
        return FichaRemarks.Of(new FormReading
        {
            Form = FormCatalogue.Default.Find("4202000-FT-1311", "02")!,
            FilledOn = new DateOnly(2025, 9, 1),
            Answers = answers,
            Values = new Dictionary<string, ReadValue>(StringComparer.Ordinal),
            Observations = [],
            LabelsFound = 25,
            LabelsExpected = 25,
        }, new RemarkReference());
    }
}
