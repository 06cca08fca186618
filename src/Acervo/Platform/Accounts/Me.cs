namespace Acervo.Platform.Accounts;

/// <summary>The person of this request and what they may do right now, read from the database seconds ago at most.</summary>
public sealed class Me(IHttpContextAccessor http)
{
    private Access Access => http.HttpContext?.Items[typeof(Access)] as Access ?? Access.None;

    public bool IsSignedIn => Access.PersonId != 0;

    public int Id => Access.PersonId;

    public string Name => Access.Name;

    public string Email => Access.Email;

    public int? UnitId => Access.UnitId;

    public Guid SessionId => Access.SessionId;

    /// <summary>What the person has to do before anything else; until then they hold no role.</summary>
    public Duty Duty => Access.Duty;

    public bool Has(Role role) => Access.Grants.Any(grant => grant.Role == role);

    /// <summary>Whether the role is held everywhere or in this very unit.</summary>
    public bool Has(Role role, int? unitId) =>
        Access.Grants.Any(grant => grant.Role == role && (grant.UnitId is null || grant.UnitId == unitId));

    /// <summary>The units in which the role is held, so that a list is filtered in SQL: null for everywhere, empty for nowhere.</summary>
    public IReadOnlyCollection<int>? UnitsOf(Role role) => Access.UnitsOf(role);
}
