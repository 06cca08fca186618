using Acervo.Platform.Backups;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Editorial.InUse;
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
public sealed class DossierPublishing(AppDb db, Publisher publisher, FormCatalogue forms, SiteIdentity site, DossierMails mails,
    KindRules rules, NearCopies near, PublicationKinds kinds, KnownTerms terms, UseTerms uses, PublicCache pages, ActLedger ledger,
    TimeProvider clock)
{
    public async Task PublishAsync(Dossier dossier, int by, CancellationToken cancel = default) =>
        await PublishAsync(dossier, now => dossier.CheckPublish(by, now), (slug, now) => dossier.Publish(slug, by, now), cancel);

    public async Task ForceAsync(Dossier dossier, string reason, int by, CancellationToken cancel = default) =>
        await PublishAsync(dossier, _ => dossier.CheckForce(reason, by), (slug, now) => dossier.ForcePublish(slug, reason, by, now), cancel);

    /// <summary>A second person confirms what one published alone, and its page says that too.</summary>
    public async Task ConfirmAsync(Dossier dossier, int by, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        dossier.ConfirmForced(by);
        await publisher.ConfirmAsync(dossier.Kind, dossier.Id, clock.Now(), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        pages.Clear();
    }

    /// <summary>Ends what is published, in one of the three ways.</summary>
    /// <param name="dossier">Whose publication.</param>
    /// <param name="ending">The way.</param>
    /// <param name="successor">What stands for it, when it is replaced.</param>
    /// <param name="reason">Why, for anybody to read.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task EndAsync(Dossier dossier, Ending ending, Successor? successor, string reason, int by, CancellationToken cancel = default)
    {
        var (now, why) = (clock.Now(), reason.Trim());
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        dossier.End(ending, reason, successor, by, now);
        await (ending switch
        {
            Ending.Lapsed => publisher.LapseAsync(dossier.Kind, dossier.Id, why, now, cancel),
            Ending.Replaced => publisher.ReplaceAsync(dossier.Kind, dossier.Id, successor!, why, now, cancel),
            _ => publisher.WithdrawAsync(dossier.Kind, dossier.Id, why, now, cancel),
        });
        await mails.EndedAsync(dossier, ending, reason, by, cancel);
        await db.SaveChangesAsync(cancel);
        // Before it is done, so that it cannot be done without: a restore may then end what this act in the end did not, which is told and mended; what it
        // brought back to the site could not be called back.
        ledger.Add(LastingActs.Of(dossier, ending, successor, why, by, now));
        await transaction.CommitAsync(cancel);
        // The other nodes hear of it in a moment; this one, which answers the person who did it, at once.
        pages.Clear();
    }

    /// <summary>Somebody who may says that it is in use. Returns when that is asked next.</summary>
    public async Task<NextLook> StandByAsync(Dossier dossier, int by, CancellationToken cancel = default)
    {
        var now = clock.Now();
        var next = await uses.AfterAsync(dossier.Kind, now, cancel) ?? throw new RuleException("De este tipo de publicación no se pregunta si sigue en uso.");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        dossier.StandBy(by);
        // Counted as a change, so that nobody ends or publishes it at the same time.
        db.Entry(dossier).Property(one => one.PublishedVersion).IsModified = true;
        await publisher.StandByAsync(dossier.Kind, dossier.Id, next, now, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        pages.Clear();
        return next;
    }

    /// <summary>What would be published now, for the preview.</summary>
    public async Task<PublicationDraft> PreviewAsync(Dossier dossier, CancellationToken cancel = default) =>
        await CompleteAsync(dossier, (await SnapshotAsync(dossier, [], clock.Now(), cancel)).At(dossier.Slug), cancel);

    /// <summary>
    /// Asks first: copies that were made for a refused act would stand in the public schema, and no person decided that. What takes long comes before the
    /// transaction, in which others of the same name wait for the address.
    /// </summary>
    private async Task PublishAsync(Dossier dossier, Action<DateTime> check, Action<string, DateTime> act, CancellationToken cancel)
    {
        var now = clock.Now();
        check(now);
        // Something like it may have been published since it was approved or scheduled.
        await near.RequireExplainedAsync(dossier, cancel);
        dossier.RequireLookedFiles();
        var files = DossierCopies.Of(dossier);
        await publisher.PrepareAsync(files, cancel);
        var snapshot = await SnapshotAsync(dossier, files, now, cancel);
        var next = await uses.AfterAsync(dossier.Kind, now, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await RequireFilesAsKnownAsync(dossier, cancel);
        var slug = await publisher.SlugForAsync(dossier.Kind, dossier.Id, PersonalData.Redact(dossier.Title), cancel);
        act(slug, now);
        // The letter before the publication: what the act changes goes to the database together.
        await mails.PublishedAsync(dossier, cancel);
        await publisher.PublishAsync(await CompleteAsync(dossier, snapshot.At(slug) with { NextLook = next }, cancel), now, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>What is known of a file may have changed since it was asked, and changes no more until this is done.</summary>
    private async Task RequireFilesAsKnownAsync(Dossier dossier, CancellationToken cancel)
    {
        if (dossier.Files.Count == 0)
        {
            return;
        }

        var now = await db.Database.SqlQuery<FileNow>($"SELECT id, contacts FROM app.dossier_files WHERE dossier_id = {dossier.Id} FOR SHARE")
            .ToListAsync(cancel);
        if (dossier.Files.Find(file => now.Find(one => one.Id == file.Id)?.Contacts != file.Contacts) is { } changed)
        {
            throw new RuleException(
                $"La revisión de «{changed.Name}» cambió mientras usted tenía abierta esta página. Vuelva a abrirla, mire qué se dice de los archivos y "
                + "publique entonces.");
        }
    }

    /// <summary>What is known of a file at this moment.</summary>
    private sealed record FileNow(int Id, string Contacts);

    private async Task<DossierSnapshot> SnapshotAsync(Dossier dossier, IReadOnlyList<PublicFile> files, DateTime now, CancellationToken cancel)
    {
        var organisation = await OrganisationAsync(dossier, cancel);
        return new DossierSnapshot(dossier, FormOf(dossier), organisation, await AdaptedAsync(dossier, cancel),
            await FacetsAsync(dossier, organisation, cancel), files, now);
    }

    private Task<PublicationDraft> CompleteAsync(Dossier dossier, PublicationDraft draft, CancellationToken cancel) =>
        rules.Of(dossier.Kind).CompleteAsync(dossier, draft, cancel);

    private FormDefinition FormOf(Dossier dossier) =>
        forms.Find(dossier.FormCode, dossier.FormVersion) ?? throw new NotFoundException($"form {dossier.FormCode} {dossier.FormVersion}");

    /// <summary>The entity of the author's unit; units without a parent entity answer for themselves.</summary>
    private async Task<string> OrganisationAsync(Dossier dossier, CancellationToken cancel)
    {
        var unit = dossier.UnitId is { } id ? await terms.FindAsync(id, cancel) : null;
        return unit switch
        {
            null => PersonalData.Redact(rules.Of(dossier.Kind).OrganisationOf(dossier) ?? "Sin entidad"),
            { Catalogue: "dependencias" } => site.Entity,
            _ => unit.Name,
        };
    }

    private async Task<string?> AdaptedAsync(Dossier dossier, CancellationToken cancel) => dossier.Adapts is null
        ? null
        : await db.Publications.Where(p => p.Kind == dossier.Kind && p.Item == dossier.Adapts && p.State == PublicationState.Current).Select(p => p.Slug)
        .FirstOrDefaultAsync(cancel);

    private async Task<IReadOnlyList<Facet>> FacetsAsync(Dossier dossier, string organisation, CancellationToken cancel)
    {
        var (form, goals) = (FormOf(dossier), (await terms.OfAsync("ods", cancel)).All);
        return
        [
            .. new[] { Facet.Of("entidad", organisation) }.OfType<Facet>(),
            .. await rules.Of(dossier.Kind).FacetsAsync(dossier, cancel),
            .. AnsweredFacets.Of(kinds.Of(dossier.Kind), form, DossierSnapshot.PublicAnswers(form, dossier.Answers)),
            .. dossier.Goals.Select(number => goals.FirstOrDefault(goal => goal.Code == $"{number}")).OfType<KnownTerm>()
                .Select(goal => new Facet("ods", goal.Code, $"{goal.Code}. {goal.Name}")),
        ];
    }
}
