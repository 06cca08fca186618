namespace Acervo.Platform.Accounts;

/// <summary>A role held in a unit and all that hang under it; without a unit, everywhere.</summary>
public sealed class Grant
{
    public int Id { get; private set; }

    public int PersonId { get; private set; }

    public required Role Role { get; init; }

    public int? UnitId { get; init; }
}
