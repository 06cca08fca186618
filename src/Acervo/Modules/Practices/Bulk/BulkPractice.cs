using System.Globalization;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Publishing;
using Acervo.Platform.Forms;
using Acervo.Platform.Publications;
using Acervo.Platform.Text;

namespace Acervo.Modules.Practices.Bulk;

/// <summary>One invented practice that went the whole way, and what it published: made by the same verbs as a real one.</summary>
internal sealed record BulkPractice(int Id, Dossier Dossier, PublicationDraft Draft, DateTime PublishedAt)
{
    private static readonly string[] LongAnswers =
        ["description", "baseline", "target_population", "scope", "contribution", "dissemination", "other_aspects", "future_challenges", "stability",
        "conclusions"];

    private static readonly DateTime FirstDay = new(2020, 1, 6, 14, 0, 0, DateTimeKind.Utc);

    /// <param name="number">Its place in the sowing, from 0.</param>
    /// <param name="of">How many are sown, so that the measured words fall where they should.</param>
    /// <param name="id">Its number in the working store.</param>
    /// <param name="seed">Another seed, other texts.</param>
    /// <param name="form">The form in force.</param>
    /// <param name="catalogues">What it chooses from.</param>
    /// <param name="people">Who wrote, reviewed and published it.</param>
    public static BulkPractice Invent(int number, int of, int id, ulong seed, FormDefinition form, BulkCatalogues catalogues, BulkPeople people)
    {
        var text = new InventedText(seed, number);
        var unit = text.Roll(catalogues.Units.Count);
        var process = text.Pick(catalogues.Processes);
        Facet[] policies = [.. Enumerable.Range(0, 1 + text.Roll(3)).Select(_ => text.Pick(catalogues.Policies)).Distinct()];
        Facet[] goals = [.. Enumerable.Range(0, 1 + text.Roll(3)).Select(_ => text.Pick(catalogues.Goals)).Distinct()];
        var started = FirstDay.AddDays(text.Roll(2200));
        var published = started.AddDays(60 + text.Roll(120)).AddSeconds(number);

        var practice = Dossier.Start(form, people.Author, catalogues.Units[unit].Id, started);
        practice.Answer(Answers(text, number, of, catalogues.UnitFacets[unit].Label, process.Label, policies, started.BogotaDay()), started);
        practice.Date(published.BogotaDay(), started);
        practice.Present(text.Summary(), goals.Select(goal => int.Parse(goal.Code, CultureInfo.InvariantCulture)), "", started);
        var slug = Slug.Of($"{id} {practice.Title}");
        var round = practice.Submit(people.Author, [], started);
        practice.Claim(people.Reviewer, started);
        practice.Approve(round, 0, "", people.Reviewer, published);
        practice.Publish(slug, people.Publisher, published);

        var year = $"{started.BogotaDay().Year}";
        Facet[] facets = [BulkCatalogues.Entity, catalogues.UnitFacets[unit], process, .. policies, new("anio", year, year),
            .. goals];
        var draft = new DossierSnapshot(practice, form, BulkCatalogues.Organisation, null, facets, [], published).At(slug);
        return new BulkPractice(id, practice, draft with
        {
            Item = id,
            NextLook = new(published.AddMonths(12), published.AddMonths(13)),
        }, published);
    }

    private static FormAnswers Answers(InventedText text, int number, int of, string unit, string process, Facet[] policies, DateOnly started)
    {
        var answers = new FormAnswers();
        answers.Set("title", text.Title(number + 1));
        answers.Set("responsible_unit", unit);
        answers.Set("unit_head", "Persona Inventada Directiva");
        answers.Set("process", process);
        answers.Set("mipg_policies", policies.Select(policy => policy.Label));
        answers.Set("work_group", $"Equipo de {text.Pick(Vocabulary.Subjects).Name}");
        answers.Set("responsible_people", ["Persona Inventada Responsable"]);
        answers.Set("employment_types", ["Planta"]);
        answers.Set("contact_phones", ["300 000 0001"]);
        answers.Set("contact_emails", ["siembra@example.gov.co"]);
        answers.Set("started_on", started);
        answers.Set("is_adaptation", text.Roll(5) == 0);
        for (var i = 0; i < LongAnswers.Length; i++)
        {
            var word = i switch
            {
                0 when HasCommon(number, of) => Vocabulary.Common,
                1 => RareOf(number, of),
                _ => null,
            };
            answers.Set(LongAnswers[i], text.Paragraph(2 + text.Roll(2), word));
        }

        return answers;
    }

    /// <summary>Spreads 2,008 in every 10,000 evenly.</summary>
    private static bool HasCommon(int number, int of)
    {
        var wanted = of * 2008L / 10_000;
        return (number + 1) * wanted / of > number * wanted / of;
    }

    private static string? RareOf(int number, int of)
    {
        var every = Math.Max(1, of / Vocabulary.RareWords);
        return number % every == 0 && number / every < Vocabulary.RareWords ? Vocabulary.Rare(number / every) : null;
    }
}

/// <summary>The three people that a publication takes.</summary>
internal sealed record BulkPeople(int Author, int Reviewer, int Publisher);
