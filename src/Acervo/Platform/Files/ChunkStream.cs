namespace Acervo.Platform.Files;

/// <summary>A stored file as a stream that can start anywhere: one chunk is in memory at a time.</summary>
internal sealed class ChunkStream(Func<int, CancellationToken, Task<byte[]>> load, long length) : Stream
{
    /// <summary>The size of every chunk but the last, as they are written.</summary>
    public const int ChunkSize = 256 * 1024;

    private byte[] chunk = [];
    private int loaded = -1;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= length || buffer.Length == 0)
        {
            return 0;
        }

        var number = (int)(Position / ChunkSize);
        if (number != loaded)
        {
            chunk = await load(number, cancellationToken);
            loaded = number;
        }

        var available = chunk.AsMemory((int)(Position % ChunkSize));
        var count = Math.Min(available.Length, buffer.Length);
        available[..count].CopyTo(buffer);
        Position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
        // Nothing is written.
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("The chunks come from the database: read asynchronously.");

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
