using Acervo.Platform.Audit;

namespace Acervo.Platform.Accounts;

/// <summary>Somebody who signs in. Identity's managers keep the credentials; roles are <see cref="Grant"/>s scoped to a unit.</summary>
public sealed class Person : IAudited
{
    public int Id { get; private set; }

    public required string Email { get; set; }

    public string NormalizedEmail { get; set; } = "";

    public required string Name { get; set; }

    /// <summary>The unit or entity the person belongs to, a reference term.</summary>
    public int? UnitId { get; set; }

    public string? PasswordHash { get; set; }

    public string SecurityStamp { get; set; } = "";

    public int AccessFailedCount { get; set; }

    public DateTimeOffset? LockoutEnd { get; set; }

    public bool TwoFactorEnabled { get; set; }

    public string? AuthenticatorKey { get; set; }

    /// <summary>Hashes of unused recovery codes, separated by <c>;</c>.</summary>
    public string RecoveryCodes { get; set; } = "";

    /// <summary>Subject at the organisation's identity provider, when the person signs in through it.</summary>
    public string? ExternalSubject { get; set; }

    public bool MustChangePassword { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime? DisabledAt { get; private set; }

    public List<Grant> Grants { get; } = [];

    public Deeds Deeds { get; } = new();

    public bool Has(Role role) => DisabledAt is null && Grants.Exists(grant => grant.Role == role);

    public void Grant(Role role, int? unitId, int? by)
    {
        if (Grants.Exists(grant => grant.Role == role && grant.UnitId == unitId))
        {
            return;
        }

        Grants.Add(new Grant { Role = role, UnitId = unitId });
        Changed();
        Deeds.Add(() => new Deed("person.granted", $"person/{Id}", by, $"{role} {unitId}"));
    }

    public void Revoke(Role role, int? unitId, int? by)
    {
        Grants.RemoveAll(grant => grant.Role == role && grant.UnitId == unitId);
        Changed();
        Deeds.Add(() => new Deed("person.revoked", $"person/{Id}", by, $"{role} {unitId}"));
    }

    public void Disable(DateTime now, int? by)
    {
        DisabledAt = now;
        Changed();
        Deeds.Add(() => new Deed("person.disabled", $"person/{Id}", by));
    }

    public void Enable(int? by)
    {
        DisabledAt = null;
        Changed();
        Deeds.Add(() => new Deed("person.enabled", $"person/{Id}", by));
    }

    /// <summary>A new stamp ends every session that was opened before it, on every node.</summary>
    public void Changed() => SecurityStamp = Guid.NewGuid().ToString("N");
}

/// <summary>A role held in a unit; without a unit, everywhere.</summary>
public sealed class Grant
{
    public int Id { get; private set; }

    public int PersonId { get; private set; }

    public required Role Role { get; init; }

    public int? UnitId { get; init; }
}

/// <summary>What a person may do (design: the people).</summary>
public enum Role
{
    Contributor,
    Liaison,
    Reviewer,
    Editor,
    Archivist,
    Administrator,
}
