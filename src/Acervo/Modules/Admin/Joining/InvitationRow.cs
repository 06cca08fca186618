using Acervo.Platform.Accounts;

namespace Acervo.Modules.Admin.Joining;

/// <summary>One line of the list of invitations that wait.</summary>
internal sealed record InvitationRow(int Id, string Name, string Email, Role Role, string? Unit, string? By, DateTime Until, bool IsOutside)
{
    public string Place => Unit is null ? $"{Role.Spanish()}, en toda la plataforma" : $"{Role.Spanish()}, en {Unit}";
}
