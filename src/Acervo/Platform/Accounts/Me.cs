using Acervo.Platform.Calendar;

namespace Acervo.Platform.Accounts;

/// <summary>The person of this request and what they may do right now, read from the database seconds ago at most.</summary>
public sealed class Me(IHttpContextAccessor http, TimeProvider clock)
{
    private Access Access => http.HttpContext?.Items[typeof(Access)] as Access ?? Access.None;

    public bool IsSignedIn => Access.PersonId != 0;

    public int Id => Access.PersonId;

    public string Name => Access.Name;

    public string Email => Access.Email;

    /// <summary>The present instant, UTC: some rights last only until a moment.</summary>
    public DateTime Now => clock.Now();

    public int? UnitId => Access.UnitId;

    public Guid SessionId => Access.SessionId;

    /// <summary>What the person has to do before anything else; until then they hold no role.</summary>
    public Duty Duty => Access.Duty;

    /// <summary>Whether the role is held anywhere at all: what a menu shows. What is done to a thing asks for its circle.</summary>
    public bool Has(Role role) => Access.Grants.Any(grant => grant.Role == role);

    /// <summary>Whether the role is held there: everywhere, in its unit or in one above.</summary>
    public bool Has(Role role, Circle circle) =>
        UnitsOf(role) is not { } units || (circle.UnitId is { } unit && units.Contains(unit));

    /// <summary>
    /// The units in which the role is held, those under them included, so that a list is filtered in SQL: null for everywhere, empty for nowhere.
    /// </summary>
    public IReadOnlyCollection<int>? UnitsOf(Role role) => Access.UnitsOf(role);
}
