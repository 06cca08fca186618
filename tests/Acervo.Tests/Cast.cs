using Acervo.Platform.Accounts;

namespace Acervo.Tests;

/// <summary>The people of the tests, all invented: a new, unsaved person at each call, who knows <see cref="Passphrase"/>.</summary>
public static class Cast
{
    public const string Passphrase = "tres colibríes sobre el páramo";

    /// <summary>Two entities: whoever belongs to one is a stranger in the other.</summary>
    public const int Habitat = 1_000_001;

    public const int Movilidad = 1_000_002;

    /// <summary>The entities as rows of the catalogue, in every database of the tests.</summary>
    internal const string Entities = """
        INSERT INTO app.catalogues (code, name, source) VALUES ('entidades', 'Entidades', 'tests') ON CONFLICT DO NOTHING;
        INSERT INTO app.terms (id, catalogue, code, name, sort) VALUES
            (1000001, 'entidades', 'habitat-pruebas', 'Agencia de Hábitat de Pruebas', 1000001),
            (1000002, 'entidades', 'movilidad-pruebas', 'Agencia de Movilidad de Pruebas', 1000002);
        """;

    private static readonly DateTime Joined = new(2026, 2, 2, 14, 0, 0, DateTimeKind.Utc);

    private static readonly Lazy<string> Hash = new(() => AccountsSetup.NewHasher().HashPassword(null!, Passphrase));

    public static Person Contributor() => Somebody("Lucía Barragán Toro", "lucia.barragan@example.gov.co", Habitat, Role.Contributor);

    /// <summary>Writes too, but for the other entity.</summary>
    public static Person Stranger() => Somebody("Nelson Urrego Paz", "nelson.urrego@example.gov.co", Movilidad, Role.Contributor);

    public static Person Reviewer() => Somebody("Mateo Quintana Rubio", "mateo.quintana@example.gov.co", Habitat, Role.Reviewer);

    public static Person SecondReviewer() => Somebody("Inés Valderrama Soto", "ines.valderrama@example.gov.co", Movilidad, Role.Reviewer);

    public static Person Administrator() => Somebody("Ramiro Salcedo Vega", "ramiro.salcedo@example.gov.co", Habitat, Role.Administrator);

    public static Person Liaison() => Somebody("Dalia Montaño Cruz", "dalia.montano@example.gov.co", Movilidad, Role.Liaison);

    /// <summary>The same person at an address that nobody else has, for tests that share a host.</summary>
    public static Person Apart(this Person person)
    {
        person.Email = $"{Guid.NewGuid():N}@example.gov.co";
        person.NormalizedEmail = person.Email.ToUpperInvariant();
        return person;
    }

    /// <summary>A person who holds the roles everywhere.</summary>
    public static Person Somebody(string name, string email, int? unit, params Role[] roles)
    {
        var person = new Person
        {
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            Name = name,
            UnitId = unit,
            PasswordHash = Hash.Value,
            CreatedAt = Joined,
        };
        person.Changed();
        foreach (var role in roles)
        {
            person.Grant(role, null, by: null);
        }

        return person;
    }
}
