using Acervo.Modules.Home.Publications;
using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Acervo.Platform.Modules;

namespace Acervo.Modules.Home;

/// <summary>The front page, the search of the whole site and what explains it.</summary>
internal sealed class HomeModule : AppModule
{
    public override string Name => "Home";

    public override bool IsEssential => true;

    public override void Describe(ModuleSetup setup) => setup
        .Pages(new KindRoutes(setup.Kinds, setup.Dossiers))
        .PublicMenu("Inicio", "/", 0)
        .PublicMenu("Datos abiertos", "/datos", 80)
        .AsideMenu("Entrar", "/inicio", 90)
        .FooterMenu("El sitio", "Datos abiertos", "/datos", 10)
        .FooterMenu("El sitio", "Cómo verificar una publicación", "/verificar", 20)
        .FooterMenu("El sitio", "Accesibilidad", "/accesibilidad", 30)
        .FooterMenu("El sitio", "Tratamiento de datos personales", "/datos-personales", 40, site => site.IsReachable)
        .StaffMenu(new("", "Bandeja", "/inicio", "inbox", 0))
        .StaffMenu(new("", "Trabajos pedidos", "/trabajos", "clock", 5, Role.Administrator))
        .Trail(
            new TrailSubject("work", "Trabajo", "Trabajos"),
            new TrailVerb("work.cancelled", "Se detuvo un trabajo", "refusal"),
            new TrailVerb("work.resumed", "Se reanudó un trabajo", "clock"))
        .Routes(SearchApi.Map)
        .Routes(ShortAddress.Map)
        .Routes(SheetFoot.Map);
}
