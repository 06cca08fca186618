using Acervo.Modules.Practices.Reading;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Publications;
using Acervo.Platform.Reference;

namespace Acervo.Modules.Practices;

/// <summary>What the bank knows of practices and lessons beyond their forms: facets, remarks, names of policies.</summary>
internal sealed class PracticeRules(KnownTerms terms, IConfiguration configuration, TimeProvider clock) : EditorialRules
{
    public override string? OrganisationOf(Dossier dossier) => dossier.Answers.Text("responsible_unit");

    public override async Task<IReadOnlyList<Facet>> FacetsAsync(Dossier dossier, CancellationToken cancel)
    {
        var answers = dossier.Answers;
        List<Facet> facets = [];
        Add(facets, "dependencia", await NameAsync("dependencias", answers.Text("responsible_unit"), cancel) ?? answers.Text("responsible_unit"));
        Add(facets, "proceso", await NameAsync("procesos", answers.Text("process"), cancel));
        foreach (var policy in answers.List("mipg_policies"))
        {
            Add(facets, "politica", await NameAsync("politicas-mipg", policy, cancel));
        }

        Add(facets, "anio", (answers.Date("started_on") ?? dossier.FilledOn)?.Year.ToString());
        return facets;
    }

    public override async Task<IReadOnlyList<Observation>> RemarksAsync(
        Dossier dossier, FormDefinition form, IReadOnlyDictionary<string, string> quotes, CancellationToken cancel)
    {
        var reference = new RemarkReference
        {
            Policies = await terms.PoliciesAsync(clock.Today(), cancel),
            AttachedFiles = [.. dossier.Files.Select(file => file.Name)],
        };
        if (MailDomains is { Length: > 0 } domains)
        {
            reference = reference with { MailDomains = domains };
        }

        return [.. FichaRemarks.Of(new RemarkContext(form, dossier.Answers, dossier.FilledOn, quotes, reference))];
    }

    public override async Task<string?> RemarkedByAsync(CancellationToken cancel) =>
        $"{await terms.PolicyStampAsync(cancel)} {string.Join(' ', MailDomains ?? [])}";

    public override async Task<IReadOnlyDictionary<string, IReadOnlySet<string>>> TermsAsync(CancellationToken cancel) =>
        new Dictionary<string, IReadOnlySet<string>> { [PolicyCatalogue.Name] = (await terms.PoliciesAsync(clock.Today(), cancel)).Terms };

    private string[]? MailDomains => configuration.GetSection("Site:MailDomains").Get<string[]>();

    private static void Add(List<Facet> facets, string group, string? label)
    {
        if (Facet.Of(group, label) is { } facet)
        {
            facets.Add(facet);
        }
    }

    private async Task<string?> NameAsync(string catalogue, string? written, CancellationToken cancel) =>
        (await terms.OfAsync(catalogue, cancel)).NameOf(written);
}
