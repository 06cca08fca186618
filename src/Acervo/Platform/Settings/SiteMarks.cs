using System.Buffers.Binary;
using Acervo.Platform.Documents.Cleaning;
using Acervo.Platform.Documents.Sandbox;
using Acervo.Ui;

namespace Acervo.Platform.Settings;

/// <summary>Takes and takes away the mark of the site. What was sent is never what is shown: it is drawn anew.</summary>
public sealed class SiteMarks(SiteSettings settings, LimitedCleaner cleaner)
{
    /// <summary>Dots of a side of a picture, at most.</summary>
    public const int MostDots = 512;

    /// <summary>Bytes of the file that is sent, at most.</summary>
    public const int MostSent = 512 * 1024;

    private const string Key = nameof(SiteIdentity.Mark);

    /// <returns>The names of what was left out of a drawing.</returns>
    /// <exception cref="RuleException">It cannot be the mark; the message says why and what to do.</exception>
    public async Task<IReadOnlyList<string>> TakeAsync(byte[] file, int by, CancellationToken cancel)
    {
        var (mark, leftOut) = file.AsSpan().StartsWith(PngStart) ? (await RedrawAsync(file, by, cancel), []) : DrawnMark.Of(file);
        if (mark.Bytes.Length > SiteMark.MostBytes)
        {
            throw new RuleException($"Una vez preparada, la marca pesa {Spanish.Bytes(mark.Bytes.Length)} y el máximo es {Spanish.Bytes(SiteMark.MostBytes)}. "
                + "Simplifíquela o reduzca su tamaño.");
        }

        await WriteAsync(mark.ToString(), by, cancel);
        return leftOut;
    }

    /// <summary>The mark of the program is shown again.</summary>
    public Task RemoveAsync(int by, CancellationToken cancel) => WriteAsync(null, by, cancel);

    private static ReadOnlySpan<byte> PngStart => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private async Task WriteAsync(string? mark, int by, CancellationToken cancel)
    {
        var record = await settings.ReadAsync(cancel);
        var values = record.Values.Where(one => one.Key != Key).ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal);
        if (mark is not null)
        {
            values[Key] = mark;
        }

        await settings.WriteAsync(record, values, by, cancel);
    }

    private async Task<SiteMark> RedrawAsync(byte[] file, int by, CancellationToken cancel)
    {
        const int head = 24;
        var (width, height) = file.Length < head ? (0u, 0u)
            : (BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(20)));
        if (width is 0 or > MostDots || height is 0 or > MostDots)
        {
            throw new RuleException($"La imagen mide {width} × {height} píxeles, y la marca puede medir hasta {MostDots} × {MostDots}. "
                + "Redúzcala y envíela otra vez.");
        }

        try
        {
            using var bytes = new MemoryStream(file, writable: false);
            return new SiteMark(SiteMark.Png, (await cleaner.CleanAsync(bytes, CleanableKind.Png, by, cancel)).Bytes);
        }
        catch (CleaningException refused)
        {
            throw new RuleException(refused.Message, refused);
        }
    }
}
