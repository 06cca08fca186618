using Acervo.Modules.Editorial.Capture;
using Acervo.Modules.Editorial.Publishing;
using Acervo.Modules.Editorial.Review;
using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Asking;
using Acervo.Platform.Editorial.Capture;
using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Editorial.Find;
using Acervo.Platform.Editorial.InUse;
using Acervo.Platform.Editorial.Intake;
using Acervo.Platform.Editorial.Publishing;
using Acervo.Platform.Editorial.Review;
using Acervo.Platform.Forms.References;
using Acervo.Platform.Modules;

namespace Acervo.Modules.Editorial;

/// <summary>The editorial work of every kind of dossier: write, review, publish. It knows no kind; each module brings its own.</summary>
internal sealed class EditorialModule : AppModule
{
    public override string Name => "Editorial";

    public override bool IsEssential => true;

    public override void Describe(ModuleSetup setup) => setup
        .Inbox<DossierInbox>((inbox, me, cancel) => inbox.WaitingAsync(me, cancel))
        .Trail(DossierTrail.Subject(setup.Kinds), DossierTrail.Verbs)
        .Trail(DossierTrail.Approval(setup.Kinds))
        .Witness<ApprovedTexts>()
        .Works<ReadDocument>(ReadDocument.Kind)
        .Works<LookForContacts>(LookForContacts.Kind)
        .Use<KindRules>()
        .Use<DossierForm>()
        .Use<DossierChecklist>()
        .Use<PublishedTitles>()
        .Use<ReferenceDesk>()
        .Use<NearCopies>()
        .Use<CatalogueRemarks>()
        .Use<Adaptables>()
        .Use<DossierHistory>()
        .Use<SimilarDossiers>()
        .Use<DossierSearch>()
        .Use<DossierMails>()
        .Use<DossierThreads>()
        .Use<OthersEdits>()
        .Use<WhatFollows>()
        .Use<RemovedFiles>()
        .Use<ReviewSheets>()
        .Use<DossierPublishing>()
        .Use<UseTerms>()
        .Use<DossierCopies>()
        .Use<InquirySlot>()
        .Use<InquiryDesk>()
        .Use<InquiryLetters>()
        .Use<DraftAllowance>()
        .Every<PublishScheduled>("10 * * * * ?")
        .Every<RemindReviewers>("0 0 7 * * ?")
        .Every<ForgetRefused>("0 40 2 * * ?")
        .Every<SweepInquiries>("0 55 2 * * ?")
        .Lasts(LastingActs.Endings.Keys, LastingActs.EndAsync)
        .Lasts([LastingActs.Erased], LastingActs.EraseAsync)
        .Routes(DossierDownloads.Map)
        .Routes(PublishedTitles.Map)
        .StaffMenu(new("Fichas", "Mis fichas", "/fichas", "document", 10, Role.Contributor) { Search = "/fichas/buscar" })
        .StaffMenu(new("Fichas", "Nueva ficha", "/fichas/nueva", "plus", 20, Role.Contributor) { Proposal = "Empezar una ficha" })
        .StaffMenu(new("Fichas", "Por revisar", "/revision", "eye", 30, Role.Reviewer)
        {
            Waiting = (db, me) => db.DossiersOf().ToReview(me).Select(p => p.Id),
        })
        .StaffMenu(new("Fichas", "Por publicar", "/revision/por-publicar", "publish", 40, Role.Reviewer)
        {
            Waiting = (db, me) => db.DossiersOf().ToPublish(me).Select(p => p.Id),
            Covers = ["/fichas/*/publicar", "/fichas/*/programar", "/fichas/*/reabrir", "/fichas/*/explicar-parecido"],
        })
        .StaffMenu(new("Fichas", "Publicadas", "/revision/publicadas", "check", 50, Role.Reviewer)
        {
            Covers = ["/fichas/*/retirar", "/fichas/*/confirmar"],
        });
}
