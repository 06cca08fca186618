using Acervo.Modules.Practices.Reading;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Publications;
using Acervo.Platform.Reference;
using Acervo.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Practices;

/// <summary>What the bank knows of practices and lessons beyond their forms: facets, remarks, names of policies.</summary>
internal sealed class PracticeRules(AppDb db, IConfiguration configuration, TimeProvider clock) : EditorialRules
{
    public override string? OrganisationOf(Dossier dossier) => dossier.Answers.Text("responsible_unit");

    public override async Task<IReadOnlyList<Facet>> FacetsAsync(Dossier dossier, CancellationToken cancel)
    {
        var answers = dossier.Answers;
        List<Facet> facets = [];
        Add(facets, "dependencia", await KnownAsync("dependencias", answers.Text("responsible_unit"), cancel) ?? answers.Text("responsible_unit"));
        Add(facets, "proceso", await KnownAsync("procesos", answers.Text("process"), cancel));
        foreach (var policy in answers.List("mipg_policies"))
        {
            Add(facets, "politica", await KnownAsync("politicas-mipg", policy, cancel));
        }

        Add(facets, "anio", (answers.Date("started_on") ?? dossier.FilledOn)?.Year.ToString());
        return facets;
    }

    public override async Task<IReadOnlyList<Observation>> RemarksAsync(
        Dossier dossier, FormDefinition form, IReadOnlyDictionary<string, string> quotes, CancellationToken cancel)
    {
        var reference = new RemarkReference
        {
            Policies = await db.PoliciesAsync(clock.Today(), cancel),
            AttachedFiles = [.. dossier.Files.Select(file => file.Name)],
        };
        if (configuration.GetSection("Site:MailDomains").Get<string[]>() is { Length: > 0 } domains)
        {
            reference = reference with { MailDomains = domains };
        }

        return [.. FichaRemarks.Of(new RemarkContext(form, dossier.Answers, dossier.FilledOn, quotes, reference))];
    }

    public override async Task<IReadOnlyDictionary<string, IReadOnlySet<string>>> TermsAsync(CancellationToken cancel) =>
        new Dictionary<string, IReadOnlySet<string>> { [PolicyCatalogue.Name] = (await db.PoliciesAsync(clock.Today(), cancel)).Terms };

    private static void Add(List<Facet> facets, string group, string? label)
    {
        if (Facet.Of(group, label) is { } facet)
        {
            facets.Add(facet);
        }
    }

    /// <summary>The catalogue's own name for what was written: same words, or a known alias; null when it is none of them.</summary>
    private async Task<string?> KnownAsync(string catalogue, string? written, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return null;
        }

        var folded = Slug.Of(written);
        var terms = await db.Terms.AsNoTracking().Include(term => term.Aliases).Of(catalogue).ToListAsync(cancel);
        return terms.Find(term => Slug.Of(term.Name) == folded || term.Aliases.Exists(alias => Slug.Of(alias.Alias) == folded))?.Name;
    }
}
