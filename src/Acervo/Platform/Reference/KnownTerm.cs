namespace Acervo.Platform.Reference;

/// <summary>An entry of a catalogue as pages read it: it is kept in memory and shared, so nobody can change it.</summary>
public sealed record KnownTerm(
    int Id, string Catalogue, string Code, string Name, string Short, DateOnly? ValidFrom, DateOnly? ValidTo, IReadOnlyList<string> Aliases)
{
    public bool IsInForce(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}
