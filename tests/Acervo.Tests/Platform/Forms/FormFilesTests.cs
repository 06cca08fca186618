using Acervo.Platform.Forms;

namespace Acervo.Tests.Platform.Forms;

/// <summary>What must hold for every form file, whoever adds one.</summary>
public sealed class FormFilesTests
{
    private const int MostHelp = 700;

    public static TheoryData<string, string> Forms => new(FormCatalogue.Default.All.Select(form => (form.Code, form.Version)));

    [Fact]
    public void Both_kinds_of_form_are_there()
    {
        Assert.Equal(["lesson", "practice"], FormCatalogue.Default.All.Select(form => form.Kind).Distinct().Order());
        Assert.Equal(FormCatalogue.Default.All.Count, FormCatalogue.Default.All.Select(form => (form.Code, form.Version)).Distinct().Count());
    }

    [Theory, MemberData(nameof(Forms))]
    public void Keys_are_unique_and_English_identifiers(string code, string version)
    {
        var keys = Form(code, version).Questions.Select(question => question.Key).ToList();

        Assert.NotEmpty(keys);
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Matches("^[a-z][a-z0-9_]*$", key));
    }

    [Theory, MemberData(nameof(Forms))]
    public void No_label_or_alias_can_be_taken_for_another(string code, string version)
    {
        var labels = Form(code, version).Questions
            .SelectMany(question => question.Aliases.Append(question.Label).Select(Plain).Distinct())
            .ToList();

        Assert.Equal(labels.Count, labels.Distinct().Count());
        Assert.DoesNotContain("", labels);
    }

    [Theory, MemberData(nameof(Forms))]
    public void Sections_are_numbered_from_one_without_gaps(string code, string version)
    {
        var sections = Form(code, version).Sections;

        Assert.Equal(Enumerable.Range(1, sections.Count), sections.Select(section => section.Number));
        Assert.All(sections, section => Assert.NotEmpty(section.Questions));
    }

    [Theory, MemberData(nameof(Forms))]
    public void Questions_point_only_at_questions_that_exist_and_fit(string code, string version)
    {
        var form = Form(code, version);
        foreach (var question in form.Questions)
        {
            if (question.OnlyIf is { } condition)
            {
                Assert.Equal(QuestionType.YesNo, form.Question(condition)?.Type);
                Assert.False(question.Required, $"{question.Key} is asked only sometimes: it cannot be required.");
            }

            if (question.ParallelTo is { } other)
            {
                Assert.NotEqual(question.Key, other);
                Assert.True(form.Question(other)?.IsList, $"{question.Key} runs parallel to {other}, which is not a list.");
                Assert.True(question.IsList);
            }
        }
    }

    [Theory, MemberData(nameof(Forms))]
    public void Texts_have_a_limit_and_help_is_short_enough_to_read(string code, string version)
    {
        foreach (var question in Form(code, version).Questions)
        {
            if (question.Type is QuestionType.Text or QuestionType.LongText or QuestionType.Person)
            {
                Assert.InRange(question.MaxLength ?? 0, 1, 50_000);
            }

            Assert.InRange(question.Help?.Length ?? 0, 0, MostHelp);
            Assert.False(question.Label.EndsWith(':'), $"The label of {question.Key} ends in a colon.");
        }
    }

    [Theory, MemberData(nameof(Forms))]
    public void Contact_data_is_personal_and_never_published(string code, string version)
    {
        var contact = Form(code, version).Questions.Where(question => question.Type is QuestionType.Phones or QuestionType.Emails).ToList();

        Assert.NotEmpty(contact);
        Assert.All(contact, question => Assert.True(question is { Personal: true, Publish: PublishRule.Never }));
        Assert.All(Form(code, version).Questions.Where(question => question.Publish == PublishRule.Never), question => Assert.True(question.Personal));
    }

    [Fact]
    public void Versions_of_a_form_are_never_in_force_on_the_same_day()
    {
        foreach (var versions in FormCatalogue.Default.All.GroupBy(form => form.Code))
        {
            var periods = versions.Select(form => form.InForce).OrderBy(period => period.From ?? DateOnly.MinValue).ToList();
            Assert.All(periods, period => Assert.True((period.From ?? DateOnly.MinValue) <= (period.To ?? DateOnly.MaxValue)));
            Assert.All(periods.Zip(periods.Skip(1)),
                pair => Assert.True(pair.First.To < pair.Second.From, $"{versions.Key}: {pair.First} and {pair.Second} overlap."));
        }
    }

    private static FormDefinition Form(string code, string version) => FormCatalogue.Default.Find(code, version)!;

    private static string Plain(string label) => label.Trim(' ', '.', ':', '¿', '?').ToUpperInvariant();
}
