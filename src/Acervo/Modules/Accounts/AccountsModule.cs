using Acervo.Platform.Modules;

namespace Acervo.Modules.Accounts;

/// <summary>What a person does with their own account: enter, leave, recover, and keep it safe.</summary>
internal sealed class AccountsModule : AppModule
{
    public override string Name => "Accounts";

    public override bool IsEssential => true;

    public override void Describe(ModuleSetup setup) => setup
        .Trail(PersonTrail.PersonSubject, PersonTrail.PersonVerbs)
        .Trail(PersonTrail.InvitationSubject, PersonTrail.InvitationVerbs)
        .StaffMenu(new("Sesión", "Mi cuenta", "/cuenta", "person", 900))
        .Every<SweepAccounts>("0 40 3 * * ?");
}
