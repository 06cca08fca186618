using System.Runtime.InteropServices;

namespace Acervo.Platform.Usage;

/// <summary>What is counted apart: a version of a publication, its channel, and the day in Bogotá.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UsageKey(string Kind, int Item, int Version, string Channel, DateOnly Day);

/// <summary>How often.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UsageCount(UsageKey Key, long Times);
