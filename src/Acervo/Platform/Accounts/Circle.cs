namespace Acervo.Platform.Accounts;

/// <summary>
/// Where something belongs, and so where a role must be held to act on it: a unit. A role that is held in a unit is held in all that hang
/// under it. Another sort of circle is another way to make one of these.
/// </summary>
public readonly record struct Circle
{
    private Circle(int? unitId) => UnitId = unitId;

    /// <summary>The unit; null where only a role held everywhere reaches.</summary>
    public int? UnitId { get; }

    public static Circle Unit(int? unitId) => new(unitId);
}
