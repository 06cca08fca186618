using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Acervo.Platform.Documents.Scan;

namespace Acervo.Platform.Documents.Sandbox;

/// <summary>
/// The child process that reads one file and ends, the hidden command <c>documento-leer</c>: four bytes of length and the file on standard
/// input, one JSON message a line on standard output. What it may use is limited by whoever starts it.
/// </summary>
public static class DocumentWorker
{
    public const string Command = "documento-leer";

    /// <summary>The argument of a worker that waits: it runs its code once before its file comes.</summary>
    public const string Warm = "--tibio";

    /// <summary>The argument of a worker that looks for words wherever they may stand; how many pages to pass over and how many to look at follow it.</summary>
    public const string Seen = "--a-la-vista";

    public static async Task<int> RunAsync(string[] args)
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        if (args.Contains(Warm, StringComparer.Ordinal))
        {
            await WarmAsync();
        }

        if (await ReadAsync(input) is not { } file)
        {
            return 0; // whoever started it had no file after all
        }

        var progress = new Reporter(output);
        var answer = await AnswerAsync(() => args is [.., Seen, var after, var count]
            ? SeenWords.ReadAsync(file, int.Parse(after, CultureInfo.InvariantCulture), int.Parse(count, CultureInfo.InvariantCulture), progress)
            : DocumentParser.ParseAsync(file, progress));
        await output.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(answer, WorkerMessage.Json));
        return 0;
    }

    /// <summary>On a machine with much to do the rehearsal may run out of time; the worker reads all the same.</summary>
    private static async Task WarmAsync()
    {
        try
        {
            await WarmUp.RunAsync();
        }
        catch (RegexMatchTimeoutException)
        {
            // Its file is read with code that is still to be compiled.
        }
    }

    private static async Task<WorkerMessage> AnswerAsync(Func<Task<DocumentText>> read)
    {
        try
        {
            return new WorkerMessage { Document = await read() };
        }
        catch (DocumentException refusal)
        {
            return new WorkerMessage { Refusal = refusal.Message };
        }
        catch (RegexMatchTimeoutException slow)
        {
            return new WorkerMessage { Refusal = DocumentException.EndlessText(slow).Message };
        }
    }

    private static async Task<byte[]?> ReadAsync(Stream input)
    {
        var head = new byte[4];
        if (await input.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false) < head.Length)
        {
            return null;
        }

        var file = new byte[Math.Clamp(BinaryPrimitives.ReadInt32LittleEndian(head), 0, ReadingLimits.FileBytes)];
        await input.ReadExactlyAsync(file);
        return file;
    }

    /// <summary>Tells the parent at once how far a scan is.</summary>
    private sealed class Reporter(Stream output) : IProgress<ReadingProgress>
    {
        private readonly Lock turn = new();

        public void Report(ReadingProgress value)
        {
            var line = JsonSerializer.SerializeToUtf8Bytes(new WorkerMessage { Progress = value }, WorkerMessage.Json);
            lock (turn)
            {
                output.Write([.. line, (byte)'\n']);
                output.Flush();
            }
        }
    }
}
