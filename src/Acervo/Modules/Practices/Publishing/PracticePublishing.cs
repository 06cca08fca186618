using Acervo.Modules.Practices.Review;
using Acervo.Platform.Backups;
using Acervo.Platform.Calendar;
using Acervo.Platform.Forms;
using Acervo.Platform.Http;
using Acervo.Platform.Publications;
using Acervo.Platform.Reference;
using Acervo.Platform.Text;
using Acervo.Ui;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Practices.Publishing;

/// <summary>Publishes and withdraws practices. A class of its own because pages, the job and the demo all do it.</summary>
public sealed class PracticePublishing(AppDb db, Publisher publisher, PracticeCopies copies, FormCatalogue forms, SiteIdentity site, PracticeMails mails,
    PublicCache pages, ActLedger ledger, TimeProvider clock)
{
    public async Task PublishAsync(Practice practice, int by, CancellationToken cancel = default) =>
        await PublishAsync(practice, now => practice.CheckPublish(by, now), (slug, now) => practice.Publish(slug, by, now), cancel);

    public async Task ForceAsync(Practice practice, string reason, int by, CancellationToken cancel = default) =>
        await PublishAsync(practice, _ => practice.CheckForce(reason, by), (slug, now) => practice.ForcePublish(slug, reason, by, now), cancel);

    public async Task WithdrawAsync(Practice practice, string reason, int by, CancellationToken cancel = default)
    {
        var now = clock.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        practice.Withdraw(reason, by, now);
        await publisher.WithdrawAsync(practice.Kind, practice.Id, reason.Trim(), now, cancel);
        await mails.WithdrawnAsync(practice, reason, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        ledger.Add(new LastingAct(LastingActs.Withdrawn, practice.Id, by, now, reason.Trim()));
        // The other nodes hear of it in a moment; this one, which answers the person who withdrew it, at once.
        pages.Clear();
    }

    /// <summary>What would be published now, for the preview.</summary>
    public async Task<PublicationDraft> PreviewAsync(Practice practice, CancellationToken cancel = default) =>
        PracticeSnapshot.Of(practice, FormOf(practice), await OrganisationAsync(practice, cancel), practice.Slug, await AdaptedAsync(practice, cancel),
        await FacetsAsync(practice, cancel), [], clock.Now());

    /// <summary>Asks first: copies that were made for a refused act would stand in the public schema, and no person decided that.</summary>
    private async Task PublishAsync(Practice practice, Action<DateTime> check, Action<string, DateTime> act, CancellationToken cancel)
    {
        var now = clock.Now();
        check(now);
        var files = await copies.OfAsync(practice, cancel);
        await publisher.PrepareAsync(files, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var slug = await publisher.SlugForAsync(practice.Kind, practice.Id, PersonalData.Redact(practice.Title), cancel);
        act(slug, now);
        var draft = PracticeSnapshot.Of(practice, FormOf(practice), await OrganisationAsync(practice, cancel), slug, await AdaptedAsync(practice, cancel),
            await FacetsAsync(practice, cancel), files, now);
        await publisher.PublishAsync(draft, now, cancel);
        await mails.PublishedAsync(practice, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private FormDefinition FormOf(Practice practice) =>
        forms.Find(practice.FormCode, practice.FormVersion) ?? throw new NotFoundException($"form {practice.FormCode} {practice.FormVersion}");

    /// <summary>The entity of the author's unit; units without a parent entity answer for themselves.</summary>
    private async Task<string> OrganisationAsync(Practice practice, CancellationToken cancel)
    {
        var unit = practice.UnitId is null ? null : await db.Terms.AsNoTracking().FirstOrDefaultAsync(term => term.Id == practice.UnitId, cancel);
        return unit switch
        {
            null => PersonalData.Redact(practice.Answers.Text("responsible_unit") ?? "Sin entidad"),
            { Catalogue: "dependencias" } => site.Entity,
            _ => unit.Name,
        };
    }

    private Task<string?> AdaptedAsync(Practice practice, CancellationToken cancel) =>
        db.Publications.Where(p => p.Kind == practice.Kind && p.Item == practice.Adapts && p.State == PublicationState.Current).Select(p => p.Slug)
        .FirstOrDefaultAsync(cancel);

    private async Task<IReadOnlyList<Facet>> FacetsAsync(Practice practice, CancellationToken cancel)
    {
        var answers = practice.Answers;
        List<Facet> facets = [];
        Add(facets, "entidad", await OrganisationAsync(practice, cancel));
        Add(facets, "dependencia", await CanonicalAsync("dependencias", answers.Text("responsible_unit"), cancel));
        Add(facets, "proceso", await KnownAsync("procesos", answers.Text("process"), cancel));
        foreach (var policy in answers.List("mipg_policies"))
        {
            Add(facets, "politica", await KnownAsync("politicas-mipg", policy, cancel));
        }

        Add(facets, "anio", (answers.Date("started_on") ?? practice.FilledOn)?.Year.ToString());
        var goals = await db.Terms.AsNoTracking().Of("ods").ToListAsync(cancel);
        facets.AddRange(practice.Goals
            .Select(number => goals.Find(goal => goal.Code == $"{number}"))
            .OfType<Term>()
            .Select(goal => new Facet("ods", goal.Code, $"{goal.Code}. {goal.Name}")));
        return facets;
    }

    private static void Add(List<Facet> facets, string group, string? label)
    {
        if (!string.IsNullOrWhiteSpace(label) && label.Length <= 160)
        {
            var shown = PersonalData.Redact(label);
            facets.Add(new Facet(group, Slug.Of(shown), shown));
        }
    }

    private async Task<string?> CanonicalAsync(string catalogue, string? written, CancellationToken cancel) =>
        await KnownAsync(catalogue, written, cancel) ?? written;

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
