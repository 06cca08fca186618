using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Acervo.Platform.Documents.Sandbox;

namespace Acervo.Platform.Tables.Sheets;

/// <summary>Reads any table in a child process of limited time and memory that may crash, hang or be taken over without harm to this one.</summary>
public sealed class SheetReader(WorkerLimits limits, TimeProvider clock) : IDisposable
{
    private const int AtOnce = 2;

    private readonly SemaphoreSlim places = new(AtOnce);

    public static WorkerLimits Limits => new() { HeapBytes = 512L * 1024 * 1024, CpuSeconds = 60, WallClock = TimeSpan.FromMinutes(2) };

    public void Dispose() => places.Dispose();

    /// <summary>The rows as they are read. Whoever keeps them does so only when the last has come: a file may be damaged at its end.</summary>
    /// <param name="file">The bytes.</param>
    /// <param name="tell">What was not read, in sentences for the person.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="TableException">It cannot be read; the message says why and what to do.</exception>
    public async IAsyncEnumerable<TableRow> ReadAsync(Stream file, Action<string> tell, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (file.Length > TableLimits.FileBytes)
        {
            throw new TableException($"El archivo pesa más de {TableLimits.FileBytes / 1024 / 1024} MB. Divídalo.");
        }

        await places.WaitAsync(cancel);
        var scratch = new ScratchFolder(limits.Scratch);
        using var timer = new CancellationTokenSource(limits.WallClock, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancel);
        using var process = Process.Start(WorkerStart.Build(limits, scratch.Path, SheetWorker.Command))!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(both.Token);
            await SendAsync(process, file, both.Token);
            using var output = new StreamReader(process.StandardOutput.BaseStream);
            var (count, isWhole) = (0, false);
            while (!isWhole && await NextAsync(output, errors, timer.Token, both.Token) is { } message)
            {
                isWhole = message.IsEnd;
                if (message.Note is { } note)
                {
                    tell(note);
                }

                if (message.Row is { } row)
                {
                    yield return ++count <= TableLimits.Rows ? row : throw Died(null);
                }
            }
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            await scratch.RemoveAsync();
            places.Release();
        }
    }

    private static async Task SendAsync(Process process, Stream file, CancellationToken cancel)
    {
        try
        {
            await file.CopyToAsync(process.StandardInput.BaseStream, cancel);
            process.StandardInput.Close();
        }
        catch (IOException cause)
        {
            throw Died(cause);
        }
    }

    private static async Task<SheetMessage> NextAsync(StreamReader output, Task<string> errors, CancellationToken late, CancellationToken cancel)
    {
        try
        {
            var line = await output.ReadLineAsync(cancel) ?? throw Died(new InvalidOperationException(await errors));
            var message = JsonSerializer.Deserialize<SheetMessage>(line, WorkerMessage.Json)!;
            return message.Refusal is null ? message : throw new TableException(message.Refusal);
        }
        catch (Exception cause) when (cause is JsonException or OperationCanceledException && (cause is JsonException || late.IsCancellationRequested))
        {
            throw Died(cause);
        }
    }

    private static TableException Died(Exception? cause) => new("El archivo no se pudo leer: está dañado o pide más memoria o tiempo de lo permitido. Ábralo, "
        + "guárdelo de nuevo como .xlsx y envíelo.", cause);
}
