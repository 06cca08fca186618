namespace Acervo.Platform.Documents.Sandbox;

/// <summary>What one reading may use of the machine.</summary>
public sealed record WorkerLimits
{
    /// <summary>Address space, not memory in use: the runtime reserves far more than it touches.</summary>
    public long AddressSpaceBytes { get; init; } = 6L * 1024 * 1024 * 1024;

    public long HeapBytes { get; init; } = 768L * 1024 * 1024;

    /// <summary>For each process of the reading by itself.</summary>
    public int CpuSeconds { get; init; } = 120;

    public int Processes { get; init; } = 1024;

    public long WrittenFileBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>Where the files of a reading lie while it lasts; null for the system's own place.</summary>
    public string? Scratch { get; init; }

    /// <summary>All of one reading: only a scan, which tells each page it has read, comes near it.</summary>
    public TimeSpan WallClock { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Without a sign that it gets on.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromSeconds(40);
}
