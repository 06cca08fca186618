using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Acervo.Platform.Documents.Cleaning;
using Acervo.Platform.Turns;

namespace Acervo.Platform.Documents.Sandbox;

/// <summary>
/// Cleans files, two at a time and one of each person, each in a child process of limited time and memory that may crash or hang without harm to this one.
/// </summary>
public sealed class LimitedCleaner(WorkerLimits limits, TimeProvider clock, bool compare = true)
{
    private const string Died = "El archivo no se pudo preparar para publicación: está dañado o pide más memoria o tiempo de lo permitido. Guárdelo de nuevo, "
        + "más liviano, y súbalo otra vez.";

    /// <summary>A copy and what is said of it.</summary>
    private const long MostSaid = Cleaning.DocumentCleaner.MostBytes + (1024 * 1024);

    /// <summary>Whoever waits was let in before, as a request or a job, so the line is short and patient.</summary>
    private readonly FairTurns turns = new(new TurnRules(Places: 2, Each: 1, WaitingEach: 20, WaitingInAll: 100, TimeSpan.FromMinutes(5)), clock);

    public static WorkerLimits Limits => new() { CpuSeconds = 120, WallClock = TimeSpan.FromMinutes(5) };

    /// <summary>The public copy of a file for this person, and what was taken out of it.</summary>
    /// <exception cref="CleaningException">It cannot be cleaned; the message says why and what to do.</exception>
    public async Task<CleanedDocument> CleanAsync(Stream file, CleanableKind kind, int person, CancellationToken cancel)
    {
        using var turn = await EnterAsync(person, cancel);
        return await RunAsync(file, kind, cancel);
    }

    private async Task<IDisposable> EnterAsync(int person, CancellationToken cancel)
    {
        try
        {
            return await turns.EnterAsync(person, cancel);
        }
        catch (TurnRefusedException full)
        {
            throw new CleaningException("Se están preparando muchos archivos en este momento. Espere un minuto y súbalo otra vez.", full);
        }
    }

    private async Task<CleanedDocument> RunAsync(Stream file, CleanableKind kind, CancellationToken cancel)
    {
        var scratch = new ScratchFolder(limits.Scratch);
        using var process = Process.Start(WorkerStart.Build(limits, scratch.Path,
            [CleaningWorker.Command, kind.ToString(), .. compare ? new[] { CleaningWorker.Compared } : []]))!;
        using var timer = new CancellationTokenSource(limits.WallClock, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancel);
        try
        {
            return await AskAsync(process, file, both.Token);
        }
        catch (OperationCanceledException cause) when (timer.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw new CleaningException(Died, cause);
        }
        catch (IOException cause)
        {
            throw new CleaningException(Died, cause);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            await scratch.RemoveAsync();
        }
    }

    private static async Task<CleanedDocument> AskAsync(Process process, Stream file, CancellationToken cancel)
    {
        var errors = ChildOutput.WordsAsync(process.StandardError, cancel);
        await file.CopyToAsync(process.StandardInput.BaseStream, cancel);
        process.StandardInput.Close();
        using var answer = new MemoryStream();
        await new ChildOutput(process.StandardOutput.BaseStream, MostSaid).CopyToAsync(answer, cancel);
        await process.WaitForExitAsync(cancel);
        var bytes = answer.GetBuffer().AsMemory(0, (int)answer.Length);
        return (process.ExitCode, bytes.IsEmpty ? 0 : bytes.Span[0]) switch
        {
            (0, CleaningWorker.Cleaned) => Answer(bytes[1..]),
            (0, CleaningWorker.Refused) => throw new CleaningException(Encoding.UTF8.GetString(bytes.Span[1..])),
            _ => throw new CleaningException(Died, new InvalidOperationException(await errors)),
        };
    }

    private static CleanedDocument Answer(ReadOnlyMemory<byte> answer)
    {
        var notes = BinaryPrimitives.ReadInt32LittleEndian(answer.Span) + 4;
        return new CleanedDocument(answer[notes..].ToArray(), JsonSerializer.Deserialize<string[]>(answer.Span[4..notes], WorkerMessage.Json)!);
    }
}
