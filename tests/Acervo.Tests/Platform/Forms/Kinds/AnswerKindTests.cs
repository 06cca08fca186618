using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Acervo.Tests.Platform.Forms.Kinds;

/// <summary>Each kind of answer reads what people type and write, shows it as they do, and tells what it cannot understand.</summary>
public sealed class AnswerKindTests
{
    private const string NoBreak = "\u00A0";

    [Theory]
    [InlineData(QuestionType.Money, "1.500.000", "COP", "COP 1500000", "1.500.000 COP")]
    [InlineData(QuestionType.Money, "1'250.000,50", "USD", "USD 1250000.5", "1.250.000,5 USD")]
    [InlineData(QuestionType.Money, "3 000", "EUR", "EUR 3000", "3.000 EUR")]
    [InlineData(QuestionType.Number, "1.250", null, "1250", "1.250")]
    [InlineData(QuestionType.Number, "3,5", null, "3.5", "3,5")]
    [InlineData(QuestionType.Number, "-2", null, "-2", "-2")]
    [InlineData(QuestionType.Link, "www.example.gov.co/a", null, "https://www.example.gov.co/a", "https://www.example.gov.co/a")]
    [InlineData(QuestionType.Choice, "Prorrogada", null, "Prorrogada", "Prorrogada")]
    public void What_is_typed_is_kept_in_one_form_and_shown_as_people_write_it(QuestionType type, string typed, string? currency, string kept, string shown)
    {
        var (question, answers, wrong) = Take(type, typed, currency);

        Assert.Equal(kept, answers.Text("a"));
        Assert.Equal(shown, question.Kind.Plain(question, answers).Replace(NoBreak, " ", StringComparison.Ordinal));
        Assert.Empty(wrong);
        Assert.Empty(question.Kind.Wrong(question, answers));
    }

    [Theory]
    [InlineData(QuestionType.Money, "1,250")]
    [InlineData(QuestionType.Money, "entre 3 y 5 millones")]
    [InlineData(QuestionType.Money, "1.50.000")]
    [InlineData(QuestionType.Number, "unos 30")]
    [InlineData(QuestionType.Number, "12-15")]
    [InlineData(QuestionType.Number, "1.5.2")]
    [InlineData(QuestionType.Link, "la página de la Alcaldía")]
    [InlineData(QuestionType.Link, "javascript:alert(1)")]
    [InlineData(QuestionType.Link, "https://ana:clave@example.gov.co")]
    [InlineData(QuestionType.Choice, "Otra cosa")]
    public void What_cannot_be_understood_stays_as_it_was_typed_and_is_told(QuestionType type, string typed)
    {
        var (question, answers, _) = Take(type, typed, "COP");

        Assert.Equal(typed, answers.Text("a"));
        Assert.NotEmpty(question.Kind.Wrong(question, answers));
    }

    [Fact]
    public void A_period_that_ends_before_it_begins_is_told_and_an_open_end_is_none()
    {
        var question = Asked(QuestionType.Period);
        Assert.Equal(["«Pregunta» termina antes de empezar. Revise las dos fechas."],
            question.Kind.Wrong(question, Of("2026-06-30/2026-02-01")).Select(wrong => wrong.Sentence));
        Assert.Equal("Del 1 de febrero de 2026 al 30 de junio de 2026", question.Kind.Plain(question, Of("2026-02-01/2026-06-30")));
        Assert.Equal("Hasta el 30 de junio de 2026", question.Kind.Plain(question, Of("../2026-06-30")));
    }

    [Fact]
    public void A_day_of_a_period_that_does_not_exist_is_told()
    {
        var wrong = new List<string>();
        var answers = PostedOf(QuestionType.Period, wrong, ("a.desde.dia", "31"), ("a.desde.mes", "2"), ("a.desde.anio", "2026"));

        Assert.Null(answers.Text("a"));
        Assert.Contains("no existe", Assert.Single(wrong), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(QuestionType.Money, "$ 1.500.000 COP", "COP 1500000")]
    [InlineData(QuestionType.Money, "USD 12,500.00", "USD 12500")]
    [InlineData(QuestionType.Money, "US$ 3.000", "USD 3000")]
    [InlineData(QuestionType.Money, "3,5 millones de pesos", "COP 3500000")]
    [InlineData(QuestionType.Money, "2 mil millones de pesos colombianos", "COP 2000000000")]
    [InlineData(QuestionType.Money, "500 euros", "EUR 500")]
    [InlineData(QuestionType.Number, "1.250", "1250")]
    [InlineData(QuestionType.Period, "Del 1 de febrero al 30 de junio de 2026", "2026-02-01/2026-06-30")]
    [InlineData(QuestionType.Period, "01/02/2026 hasta 15/03/2026", "2026-02-01/2026-03-15")]
    [InlineData(QuestionType.Choice, "  prorrogada.", "Prorrogada")]
    public void What_a_document_says_is_read(QuestionType type, string said, string kept)
    {
        var (answers, told) = Read(type, said);

        Assert.Equal(kept, answers.Text("a"));
        Assert.Empty(told);
    }

    [Theory]
    [InlineData(QuestionType.Money, "$ 1.500.000")]
    [InlineData(QuestionType.Money, "COP 3.000 o USD 1")]
    [InlineData(QuestionType.Money, "entre 3 y 5 millones de pesos")]
    [InlineData(QuestionType.Number, "unos treinta")]
    [InlineData(QuestionType.Period, "el primer semestre")]
    [InlineData(QuestionType.Choice, "quizá")]
    public void What_a_document_says_and_is_not_sure_is_told(QuestionType type, string said)
    {
        var (_, told) = Read(type, said);

        Assert.Contains(said.Trim(), Assert.Single(told).Message, StringComparison.Ordinal);
    }

    /// <summary>Whatever number is kept is read back as the same one from how it is shown.</summary>
    [Fact]
    public void A_number_survives_being_shown_and_typed_again() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<byte>(), (whole, cents) =>
        {
            var number = Asked(QuestionType.Number);
            var kept = $"{whole}{(cents % 100 == 0 ? "" : $".{cents % 100:00}".TrimEnd('0'))}";
            var shown = number.Kind.Plain(number, Of(kept));
            var again = PostedOf(QuestionType.Number, [], ("a", shown));
            Assert.Equal(kept, again.Text("a"));
        }).QuickCheckThrowOnFailure();

    private static FormQuestion Asked(QuestionType type) =>
        new() { Key = "a", Label = "Pregunta", Type = type, Options = type == QuestionType.Choice ? ["Vigente", "Prorrogada"] : [] };

    private static FormAnswers Of(string text)
    {
        var answers = new FormAnswers();
        answers.Set("a", text);
        return answers;
    }

    private static (FormQuestion Question, FormAnswers Answers, List<string> Wrong) Take(QuestionType type, string typed, string? currency)
    {
        var wrong = new List<string>();
        return (Asked(type), PostedOf(type, wrong, ("a", typed), ("a.moneda", currency ?? "")), wrong);
    }

    private static FormAnswers PostedOf(QuestionType type, List<string> wrong, params (string Name, string Value)[] boxes)
    {
        var (question, answers) = (Asked(type), new FormAnswers());
        question.Kind.Take(question, new FormCollection(boxes.ToDictionary(box => box.Name, box => new StringValues(box.Value))), answers,
            (_, sentence) => wrong.Add(sentence));
        return answers;
    }

    private static (FormAnswers Answers, List<Observation> Told) Read(QuestionType type, string said)
    {
        var (question, answers, told) = (Asked(type), new FormAnswers(), new List<Observation>());
        var line = new ReadingLine { Text = said };
        question.Kind.Read(question, new Acervo.Platform.Forms.Kinds.AnswerLines([line], _ => new HashSet<string>(), told), answers);
        return (answers, told);
    }
}
