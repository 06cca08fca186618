using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Acervo.Platform.Documents.Sandbox;

namespace Acervo.Platform.Tables.Sheets;

/// <summary>Reads any table in a child process of limited time and memory that may crash, hang or be taken over without harm to this one.</summary>
public sealed class SheetReader(WorkerLimits limits, TimeProvider clock) : IDisposable
{
    private const int AtOnce = 2;

    /// <summary>Bytes of one message of the child: a row of the most letters, each written in six.</summary>
    private const long MostInLine = 8L * TableLimits.RowLetters;

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
        try
        {
            await foreach (var row in ReadOneAsync(file, tell, cancel))
            {
                yield return row;
            }
        }
        finally
        {
            places.Release();
        }
    }

    private async IAsyncEnumerable<TableRow> ReadOneAsync(Stream file, Action<string> tell, [EnumeratorCancellation] CancellationToken cancel)
    {
        var scratch = new ScratchFolder(limits.Scratch);
        using var timer = new CancellationTokenSource(limits.WallClock, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancel);
        using var process = Process.Start(WorkerStart.Build(limits, scratch.Path, SheetWorker.Command))!;
        try
        {
            var errors = ChildOutput.WordsAsync(process.StandardError, both.Token);
            await SendAsync(process, file, timer.Token, both.Token);
            var said = new ChildOutput(process.StandardOutput.BaseStream, MostInLine);
            using var output = new StreamReader(said);
            var (rows, letters, notes, isWhole) = (0, 0L, 0, false);
            while (!isWhole)
            {
                said.Allow(MostInLine);
                var message = await NextAsync(output, errors, timer.Token, both.Token);
                isWhole = message.IsEnd;
                if (message.Note is { } note && notes++ < TableLimits.Notes)
                {
                    tell(note.Length > TableLimits.NoteLetters ? note[..TableLimits.NoteLetters] + "…" : note);
                }

                if (message.Row is { } row)
                {
                    letters += row.Weight;
                    yield return ++rows <= TableLimits.Rows && letters <= TableLimits.Letters ? row : throw Died(null);
                }
            }

            if (notes > TableLimits.Notes)
            {
                tell($"Y {notes - TableLimits.Notes} avisos más, parecidos a estos.");
            }
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            await scratch.RemoveAsync();
        }
    }

    private static async Task SendAsync(Process process, Stream file, CancellationToken late, CancellationToken cancel)
    {
        try
        {
            await file.CopyToAsync(process.StandardInput.BaseStream, cancel);
            process.StandardInput.Close();
        }
        catch (Exception cause) when (cause is IOException || (cause is OperationCanceledException && late.IsCancellationRequested))
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
        catch (Exception cause) when (cause is JsonException or IOException || (cause is OperationCanceledException && late.IsCancellationRequested))
        {
            throw Died(cause);
        }
    }

    private static TableException Died(Exception? cause) => new("El archivo no se pudo leer: está dañado o pide más memoria o tiempo de lo permitido. Ábralo, "
        + "guárdelo de nuevo como .xlsx y envíelo.", cause);
}
