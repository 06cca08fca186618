using System.Numerics;

namespace Acervo.Platform.Search;

/// <summary>Places in a snapshot, one bit each: however they were found, they are gone through in the order in which the rows lie in memory.</summary>
internal sealed class SlotSet(int size)
{
    private readonly ulong[] bits = new ulong[(size + 63) / 64];

    public int Count { get; private set; }

    public void Add(int slot)
    {
        ref var word = ref bits[slot >> 6];
        var bit = 1UL << slot;
        Count += (word & bit) == 0 ? 1 : 0;
        word |= bit;
    }

    public bool Contains(int slot) => (bits[slot >> 6] & (1UL << slot)) != 0;

    /// <summary>What is in both, as a set of its own.</summary>
    public SlotSet And(SlotSet other)
    {
        var both = new SlotSet(size);
        for (var at = 0; at < bits.Length; at++)
        {
            both.bits[at] = bits[at] & other.bits[at];
            both.Count += BitOperations.PopCount(both.bits[at]);
        }

        return both;
    }

    /// <summary>What is in one or the other.</summary>
    public SlotSet Or(SlotSet other)
    {
        var either = new SlotSet(size);
        for (var at = 0; at < bits.Length; at++)
        {
            either.bits[at] = bits[at] | other.bits[at];
            either.Count += BitOperations.PopCount(either.bits[at]);
        }

        return either;
    }

    /// <summary>What is not in it.</summary>
    public SlotSet Not()
    {
        var others = new SlotSet(size);
        for (var at = 0; at < bits.Length; at++)
        {
            // The bits beyond the last row stay off.
            var valid = at == bits.Length - 1 && size % 64 != 0 ? (1UL << (size % 64)) - 1 : ulong.MaxValue;
            others.bits[at] = ~bits[at] & valid;
            others.Count += BitOperations.PopCount(others.bits[at]);
        }

        return others;
    }

    /// <summary>In ascending order.</summary>
    public IEnumerable<int> All()
    {
        for (var at = 0; at < bits.Length; at++)
        {
            for (var word = bits[at]; word != 0; word &= word - 1)
            {
                yield return (at << 6) + BitOperations.TrailingZeroCount(word);
            }
        }
    }
}
