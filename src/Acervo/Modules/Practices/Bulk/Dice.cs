namespace Acervo.Modules.Practices.Bulk;

/// <summary>Numbers that look random and are the same for the same seed on any machine.</summary>
internal struct Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>From 0 to one below <paramref name="sides"/>.</summary>
    public int Roll(int sides)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)sides);
    }

    public T Pick<T>(IReadOnlyList<T> from) => from[Roll(from.Count)];
}
