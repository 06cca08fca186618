namespace Acervo.Platform.Documents.Sandbox;

/// <summary>
/// What a child process says, which is not to be believed: whoever reads it allows so many bytes, and more of them are an <see cref="IOException"/>. A
/// file that took the child over cannot fill the memory of this process by it.
/// </summary>
internal sealed class ChildOutput(Stream output, long allowed) : Stream
{
    private const int MostWords = 64 * 1024;

    private long left = allowed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>What it says on the side, to its first thousands of letters; all of it is read, for a pipe that is full stops the child.</summary>
    public static async Task<string> WordsAsync(StreamReader errors, CancellationToken cancel = default)
    {
        var (words, buffer) = (new System.Text.StringBuilder(), new char[4096]);
        int read;
        while ((read = await errors.ReadAsync(buffer, cancel)) > 0)
        {
            words.Append(buffer, 0, Math.Min(read, MostWords - words.Length));
        }

        return words.ToString();
    }

    /// <summary>From here on, this much.</summary>
    public void Allow(long bytes) => left = bytes;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Counted(await output.ReadAsync(buffer, cancellationToken));

    public override int Read(byte[] buffer, int offset, int count) => Counted(output.Read(buffer, offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Counted(int read)
    {
        left -= read;
        return left >= 0 ? read : throw new IOException("The child process says more than it may.");
    }
}
