using System.Runtime.InteropServices;

namespace Acervo.Platform.Usage;

/// <summary>What is counted apart: a version of a publication, its channel, and the day in Bogotá.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UsageKey(string Kind, int Item, int Version, string Channel, DateOnly Day)
{
    /// <summary>Of the numbers alone: those of one item are few, and texts would be gone through for each reading.</summary>
    public override int GetHashCode() => HashCode.Combine(Item, Version, Day.DayNumber, Channel.Length);
}

/// <summary>How often.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UsageCount(UsageKey Key, long Times);
