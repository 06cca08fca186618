using Acervo.Platform.Accounts;

namespace Acervo.Tests.Platform.Accounts;

/// <summary>In which units a role is held, for lists that are filtered in SQL.</summary>
public sealed class UnitsOfTests
{
    [Fact]
    public void A_role_held_in_two_units_names_them_both()
    {
        var person = Cast.Somebody("Alba Nieto Ruiz", "alba.nieto@example.gov.co", Cast.Habitat);
        person.Grant(Role.Reviewer, Cast.Habitat, by: null);
        person.Grant(Role.Reviewer, Cast.Movilidad, by: null);

        Assert.Equal([Cast.Habitat, Cast.Movilidad], AccessOf(person).UnitsOf(Role.Reviewer)!.Order());
    }

    [Fact]
    public void A_role_held_everywhere_names_no_unit_at_all()
    {
        var person = Cast.Reviewer();
        person.Grant(Role.Reviewer, Cast.Habitat, by: null);

        Assert.Null(AccessOf(person).UnitsOf(Role.Reviewer));
    }

    [Fact]
    public void A_role_that_is_not_held_is_held_in_no_unit() => Assert.Empty(AccessOf(Cast.Contributor()).UnitsOf(Role.Reviewer)!);

    private static Access AccessOf(Person person) => Access.Of(Guid.NewGuid(), person, UnitsUnder.Nothing, requireSecondFactor: false);
}
