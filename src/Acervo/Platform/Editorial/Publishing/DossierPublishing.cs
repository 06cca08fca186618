using Acervo.Platform.Backups;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial.Review;
using Acervo.Platform.Forms;
using Acervo.Platform.Http;
using Acervo.Platform.Publications;
using Acervo.Platform.Reference;
using Acervo.Platform.Text;
using Acervo.Ui;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.Publishing;

/// <summary>Publishes and withdraws dossiers. A class of its own because pages, the job and the demo all do it.</summary>
public sealed class DossierPublishing(AppDb db, Publisher publisher, DossierCopies copies, FormCatalogue forms, SiteIdentity site, DossierMails mails,
    KindRules rules, PublicationKinds kinds, PublicCache pages, ActLedger ledger, TimeProvider clock)
{
    public async Task PublishAsync(Dossier dossier, int by, CancellationToken cancel = default) =>
        await PublishAsync(dossier, now => dossier.CheckPublish(by, now), (slug, now) => dossier.Publish(slug, by, now), cancel);

    public async Task ForceAsync(Dossier dossier, string reason, int by, CancellationToken cancel = default) =>
        await PublishAsync(dossier, _ => dossier.CheckForce(reason, by), (slug, now) => dossier.ForcePublish(slug, reason, by, now), cancel);

    public async Task WithdrawAsync(Dossier dossier, string reason, int by, CancellationToken cancel = default)
    {
        var now = clock.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        dossier.Withdraw(reason, by, now);
        await publisher.WithdrawAsync(dossier.Kind, dossier.Id, reason.Trim(), now, cancel);
        await mails.WithdrawnAsync(dossier, reason, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        ledger.Add(new LastingAct(LastingActs.Withdrawn, dossier.Id, by, now, reason.Trim()));
        // The other nodes hear of it in a moment; this one, which answers the person who withdrew it, at once.
        pages.Clear();
    }

    /// <summary>What would be published now, for the preview.</summary>
    public Task<PublicationDraft> PreviewAsync(Dossier dossier, CancellationToken cancel = default) =>
        DraftAsync(dossier, dossier.Slug, [], clock.Now(), cancel);

    /// <summary>Asks first: copies that were made for a refused act would stand in the public schema, and no person decided that.</summary>
    private async Task PublishAsync(Dossier dossier, Action<DateTime> check, Action<string, DateTime> act, CancellationToken cancel)
    {
        var now = clock.Now();
        check(now);
        var files = await copies.OfAsync(dossier, cancel);
        await publisher.PrepareAsync(files, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var slug = await publisher.SlugForAsync(dossier.Kind, dossier.Id, PersonalData.Redact(dossier.Title), cancel);
        act(slug, now);
        await publisher.PublishAsync(await DraftAsync(dossier, slug, files, now, cancel), now, cancel);
        await mails.PublishedAsync(dossier, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task<PublicationDraft> DraftAsync(Dossier dossier, string slug, IReadOnlyList<PublicFile> files, DateTime now, CancellationToken cancel)
    {
        var draft = DossierSnapshot.Of(dossier, FormOf(dossier), await OrganisationAsync(dossier, cancel), slug, await AdaptedAsync(dossier, cancel),
            await FacetsAsync(dossier, cancel), files, now);
        return await rules.Of(dossier.Kind).CompleteAsync(dossier, draft, cancel);
    }

    private FormDefinition FormOf(Dossier dossier) =>
        forms.Find(dossier.FormCode, dossier.FormVersion) ?? throw new NotFoundException($"form {dossier.FormCode} {dossier.FormVersion}");

    /// <summary>The entity of the author's unit; units without a parent entity answer for themselves.</summary>
    private async Task<string> OrganisationAsync(Dossier dossier, CancellationToken cancel)
    {
        var unit = dossier.UnitId is null ? null : await db.Terms.AsNoTracking().FirstOrDefaultAsync(term => term.Id == dossier.UnitId, cancel);
        return unit switch
        {
            null => PersonalData.Redact(rules.Of(dossier.Kind).OrganisationOf(dossier) ?? "Sin entidad"),
            { Catalogue: "dependencias" } => site.Entity,
            _ => unit.Name,
        };
    }

    private Task<string?> AdaptedAsync(Dossier dossier, CancellationToken cancel) =>
        db.Publications.Where(p => p.Kind == dossier.Kind && p.Item == dossier.Adapts && p.State == PublicationState.Current).Select(p => p.Slug)
        .FirstOrDefaultAsync(cancel);

    private async Task<IReadOnlyList<Facet>> FacetsAsync(Dossier dossier, CancellationToken cancel)
    {
        var form = FormOf(dossier);
        var goals = await db.Terms.AsNoTracking().Of("ods").ToListAsync(cancel);
        return
        [
            .. new[] { Facet.Of("entidad", await OrganisationAsync(dossier, cancel)) }.OfType<Facet>(),
            .. await rules.Of(dossier.Kind).FacetsAsync(dossier, cancel),
            .. AnsweredFacets.Of(kinds.Of(dossier.Kind), form, DossierSnapshot.PublicAnswers(form, dossier.Answers)),
            .. dossier.Goals.Select(number => goals.Find(goal => goal.Code == $"{number}")).OfType<Term>()
                .Select(goal => new Facet("ods", goal.Code, $"{goal.Code}. {goal.Name}")),
        ];
    }
}
