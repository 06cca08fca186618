using System.CommandLine;
using Acervo.Modules.Practices.Bulk;
using Acervo.Modules.Practices.Capture;
using Acervo.Modules.Practices.Capture.Start;
using Acervo.Modules.Practices.Demo;
using Acervo.Modules.Practices.Publishing;
using Acervo.Modules.Practices.Review;
using Acervo.Platform.Accounts;
using Acervo.Platform.Modules;
using Acervo.Platform.Publications;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Practices;

/// <summary>The bank of good practices and lessons learned: read or write a ficha, review it, publish it, find it.</summary>
internal sealed class PracticesModule : AppModule
{
    public override string Name => "Practices";

    private static readonly FacetTitle[] Facets =
    [
        new("entidad", "Entidad"), new("dependencia", "Dependencia"), new("proceso", "Proceso"), new("politica", "Política MIPG"), new("anio", "Año de inicio"),
        new("ods", "ODS"),
    ];

    public override IEnumerable<Command> SeedCommands() => [BulkCommand.Create(), DemoCommand.Create()];

    public override void Describe(ModuleSetup setup) => setup
        .Entities(PracticeData.Describe)
        .Entities(Reminder.Describe)
        .Inbox(PracticesInbox.WaitingAsync)
        .Trail(PracticeTrail.Subject, PracticeTrail.Verbs)
        .Trail(PracticeTrail.Approval)
        .Witness<ApprovedTexts>()
        .Background<ReadingDesk>()
        .Use<FichaForm>()
        .Use<FichaChecklist>()
        .Use<Adaptables>()
        .Use<AttachedContacts>()
        .Use<PracticeHistory>()
        .Use<SimilarFichas>()
        .Use<PracticeMails>()
        .Use<FichaThreads>()
        .Use<PracticePublishing>()
        .Use<DemoAuthor>()
        .Use<DemoReviewer>()
        .Use<BulkSeeder>()
        .Use<PracticeCopies>()
        .Use<ReadingQueue>()
        .Use<DocumentTurn>()
        .Use<DraftAllowance>()
        .Every<PublishScheduled>("10 * * * * ?")
        .Every<RemindReviewers>("0 0 7 * * ?")
        .Every<ForgetRefused>("0 40 2 * * ?")
        .Publishes(new(Practice.PracticeKind, "Buena práctica", "Buenas prácticas", "/practicas") { FormKind = Practice.PracticeKind, Facets = Facets })
        .Publishes(new(Practice.LessonKind, "Lección aprendida", "Lecciones aprendidas", "/lecciones") { FormKind = Practice.LessonKind, Facets = Facets })
        .Lasts(LastingActs.Withdrawn, LastingActs.WithdrawAsync)
        .Lasts(LastingActs.Erased, LastingActs.EraseAsync)
        .Routes(FichaFiles.Map)
        .Routes(Adaptables.Map)
        .PublicMenu("Buenas prácticas", "/practicas", 10)
        .PublicMenu("Lecciones aprendidas", "/lecciones", 20)
        .FooterMenu("El banco", "Buenas prácticas", "/practicas", 10)
        .FooterMenu("El banco", "Lecciones aprendidas", "/lecciones", 20)
        .StaffMenu(new("Prácticas", "Mis fichas", "/fichas", "document", 10, Role.Contributor))
        .StaffMenu(new("Prácticas", "Nueva ficha", "/fichas/nueva", "plus", 20, Role.Contributor) { Proposal = "Documentar una buena práctica" })
        .StaffMenu(new("Prácticas", "Por revisar", "/revision", "eye", 30, Role.Reviewer)
        {
            Count = (db, me, cancel) => db.PracticesOf().ToReview(me).CountAsync(cancel),
        })
        .StaffMenu(new("Prácticas", "Por publicar", "/revision/por-publicar", "publish", 40, Role.Reviewer)
        {
            Count = (db, me, cancel) => db.PracticesOf().ToPublish(me).CountAsync(cancel),
            Covers = ["/fichas/*/publicar", "/fichas/*/reabrir"],
        })
        .StaffMenu(new("Prácticas", "Publicadas", "/revision/publicadas", "check", 50,
        Role.Reviewer)
        { Covers = ["/fichas/*/retirar", "/fichas/*/confirmar"] });
}
