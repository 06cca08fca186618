namespace Acervo.Platform.Accounts;

/// <summary>A snapshot of a person's rights in one session.</summary>
public sealed record Access(Guid SessionId, int PersonId, string Name, string Email, int? UnitId, string SecurityStamp, IReadOnlyList<Grant> Grants)
{
    public static readonly Access None = new(Guid.Empty, 0, "", "", null, "", []);

    public Duty Duty { get; private init; }

    private UnitsUnder Under { get; init; } = UnitsUnder.Nothing;

    /// <summary>When the session ends if nothing more is asked of it.</summary>
    public DateTime EndsAt { get; init; }

    /// <summary>What this session gives. While a duty is open it gives no role at all, so that nothing depends on the redirect.</summary>
    public static Access Of(Guid sessionId, Person person, UnitsUnder units, bool requireSecondFactor)
    {
        var duty = DutyOf(person, requireSecondFactor);
        return new Access(sessionId, person.Id, person.Name, person.Email, person.UnitId, person.SecurityStamp, duty == Duty.None ? person.Grants : [])
        {
            Duty = duty,
            Under = units,
        };
    }

    /// <summary>The units in which a role is held, with all that hang under them: null for everywhere, empty for nowhere.</summary>
    public IReadOnlyCollection<int>? UnitsOf(Role role)
    {
        var held = Grants.Where(grant => grant.Role == role).ToList();
        return held.Exists(grant => grant.UnitId is null) ? null : held.SelectMany(grant => Under.With(grant.UnitId!.Value)).ToHashSet();
    }

    private static Duty DutyOf(Person person, bool requireSecondFactor)
    {
        if (person.MustChangePassword)
        {
            return Duty.ChangePassword;
        }

        var decides = person.Has(Role.Reviewer) || person.Has(Role.Administrator);
        return requireSecondFactor && decides && !person.TwoFactorEnabled ? Duty.SetSecondFactor : Duty.None;
    }
}

/// <summary>What a person has to do after signing in, before anything else.</summary>
public enum Duty
{
    None,
    ChangePassword,
    SetSecondFactor,
}
