using Acervo.Modules.Admin.Catalogues;
using Acervo.Modules.Admin.Joining;
using Acervo.Modules.Admin.Overview;
using Acervo.Modules.Admin.People;
using Acervo.Modules.Admin.Site;
using Acervo.Modules.Admin.Trail;
using Acervo.Platform.Accounts;
using Acervo.Platform.Modules;

namespace Acervo.Modules.Admin;

/// <summary>What administrators do: people, catalogues, audit trail, mail, jobs.</summary>
internal sealed class AdminModule : AppModule
{
    public override string Name => "Admin";

    public override void Describe(ModuleSetup setup) => setup
        .Use<Administration>()
        .Use<CatalogueEdits>()
        .Use<Rooms>()
        .Imports<CatalogueImport>(CatalogueImport.Kind)
        .Imports<InviteSheet>(InviteSheet.Kind)
        .Routes(AdminDownloads.Map)
        .Routes(ContrastOffer.Map)
        .Trail(TermTrail.Subject, TermTrail.Verbs)
        .Trail(MailTrail.Subject, MailTrail.Verbs)
        .Trail(SiteTrail.Subject, SiteTrail.Verbs)
        .Trail(PublicationTrail.Subject, PublicationTrail.Verbs)
        .StaffMenu(new("Administración", "Resumen", "/admin", "info", 790, Role.Administrator))
        .StaffMenu(new("Administración", "El sitio", "/admin/sitio", "building", 795, Role.Administrator))
        .StaffMenu(new("Administración", "Personas", "/admin/personas", "people", 800, Role.Administrator))
        .StaffMenu(new("Administración", "Catálogos", "/admin/catalogos", "filter", 810, Role.Administrator) { Covers = ["/admin/terminos"] })
        .StaffMenu(new("Administración", "Bitácora", "/admin/bitacora", "history", 820, Role.Administrator))
        .StaffMenu(new("Administración", "Correos", "/admin/correos", "send", 830, Role.Administrator))
        .StaffMenu(new("Administración", "Trabajos", "/admin/trabajos", "clock", 840, Role.Administrator));
}
