namespace Acervo.Platform.Http;

/// <summary>
/// The body of an ordinary form without <c>%00</c>: the framework refuses the whole form for one NUL in a pasted text, and with it everything
/// else that was typed.
/// </summary>
internal sealed class NulFreeStream(Stream body) : Stream
{
    private readonly byte[] read = new byte[16 * 1024];
    private readonly byte[] ready = new byte[(16 * 1024) + Nul.Length];
    private int first;
    private int last;

    /// <summary>How much of <c>%00</c> came at the end of what was read.</summary>
    private int matched;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private static ReadOnlySpan<byte> Nul => "%00"u8;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (first == last)
        {
            var count = await body.ReadAsync(read, cancellationToken);
            (first, last) = (0, 0);
            if (count == 0 && matched == 0)
            {
                return 0;
            }

            Filter(read.AsSpan(0, count));
        }

        var given = Math.Min(buffer.Length, last - first);
        ready.AsMemory(first, given).CopyTo(buffer);
        first += given;
        return given;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Forms are read asynchronously.");

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Filter(ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            if (one == Nul[matched])
            {
                matched = (matched + 1) % Nul.Length;
                continue;
            }

            LetGo();
            if (one == Nul[0])
            {
                matched = 1;
            }
            else
            {
                ready[last++] = one;
            }
        }

        if (bytes.IsEmpty)
        {
            LetGo();
        }
    }

    /// <summary>What looked like the beginning of a NUL was none.</summary>
    private void LetGo()
    {
        Nul[..matched].CopyTo(ready.AsSpan(last));
        last += matched;
        matched = 0;
    }
}
