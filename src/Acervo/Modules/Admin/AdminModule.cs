using Acervo.Modules.Admin.People;
using Acervo.Platform.Accounts;
using Acervo.Platform.Modules;

namespace Acervo.Modules.Admin;

/// <summary>What administrators do: people and their roles.</summary>
internal sealed class AdminModule : AppModule
{
    public override string Name => "Admin";

    public override void Describe(ModuleSetup setup) => setup
        .Use<Administration>()
        .StaffMenu(new("Administración", "Personas", "/admin/personas", "people", 800, Role.Administrator));
}
