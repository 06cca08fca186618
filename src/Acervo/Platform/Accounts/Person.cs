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

    public bool TwoFactorEnabled { get; set; }

    /// <summary>The secret that the person's telephone shares with us, encrypted.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>The half minute of the last code accepted: a code works once.</summary>
    public long LastCodeStep { get; private set; }

    /// <summary>Subject at the organisation's identity provider, when the person signs in through it.</summary>
    public string? ExternalSubject { get; private set; }

    public bool MustChangePassword { get; private set; }

    public DateTime CreatedAt { get; set; }

    public DateTime? DisabledAt { get; private set; }

    public List<Grant> Grants { get; } = [];

    public Deeds Deeds { get; } = new();

    /// <summary>A new person without roles or credentials yet.</summary>
    public static Person Join(string name, string email, int? unitId, DateTime now, int? by)
    {
        var person = new Person { Name = name.Trim(), Email = email.Trim(), UnitId = unitId, CreatedAt = now };
        person.NormalizedEmail = Normalize(email);
        person.Changed();
        person.Note("person.joined", by);
        return person;
    }

    public static string Normalize(string email) => email.Trim().Normalize().ToUpperInvariant();

    public bool Has(Role role) => DisabledAt is null && Grants.Exists(grant => grant.Role == role);

    public void Grant(Role role, int? unitId, int? by)
    {
        if (Grants.Exists(grant => grant.Role == role && grant.UnitId == unitId))
        {
            return;
        }

        Grants.Add(new Grant { Role = role, UnitId = unitId });
        Changed();
        Note("person.granted", by, $"{role} {unitId}");
    }

    public void Revoke(Role role, int? unitId, int? by)
    {
        Grants.RemoveAll(grant => grant.Role == role && grant.UnitId == unitId);
        Changed();
        Note("person.revoked", by, $"{role} {unitId}");
    }

    public void MoveTo(int? unitId, int by)
    {
        Note("person.moved", by, $"{UnitId} -> {unitId}");
        UnitId = unitId;
    }

    public void Disable(DateTime now, int? by)
    {
        DisabledAt = now;
        Changed();
        Note("person.disabled", by);
    }

    public void Enable(int? by)
    {
        DisabledAt = null;
        Changed();
        Note("person.enabled", by);
    }

    /// <summary>The password was given by somebody else: it opens nothing but the page that replaces it.</summary>
    public void ReplacePasswordAtFirstSignIn() => MustChangePassword = true;

    public void PasswordChosen()
    {
        MustChangePassword = false;
        Changed();
        Note("person.password-changed", Id);
    }

    /// <summary>The telephone has shown that it knows the secret; the code with which it did is spent.</summary>
    public void SetSecondFactor(string protectedKey, long codeStep)
    {
        (TwoFactorEnabled, AuthenticatorKey, LastCodeStep) = (true, protectedKey, codeStep);
        Changed();
        Note("person.second-factor-set", Id);
    }

    /// <summary>For somebody who lost the telephone and the recovery codes.</summary>
    public void ResetSecondFactor(int by)
    {
        (TwoFactorEnabled, AuthenticatorKey) = (false, null);
        Changed();
        Note("person.second-factor-reset", by);
    }

    /// <summary>From now on the organisation's identity provider knows who this is.</summary>
    public void Recognise(string subject)
    {
        ExternalSubject = subject;
        Note("person.linked", Id);
    }

    public void Note(string verb, int? by, string detail = "") => Deeds.Add(() => new Deed(verb, $"person/{Id}", by, detail));

    /// <summary>A new stamp ends every session that was opened before it, on every node.</summary>
    public void Changed() => SecurityStamp = Guid.NewGuid().ToString("N");
}
