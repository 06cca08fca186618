using System.Buffers.Binary;
using System.Diagnostics;
using System.Text.Json;

namespace Acervo.Platform.Documents.Sandbox;

/// <summary>One child process and the one file it will read.</summary>
internal sealed class WorkerProcess : IDisposable, IAsyncDisposable
{
    private const long MostSaid = 128L * 1024 * 1024;

    private readonly ScratchFolder scratch;
    private readonly Process process;
    private readonly Task<string> errors;
    private readonly long begun = Stopwatch.GetTimestamp();
    private readonly int cpuSeconds;

    public WorkerProcess(WorkerLimits limits, params string[] command)
    {
        (scratch, cpuSeconds) = (new ScratchFolder(limits.Scratch), limits.CpuSeconds);
        process = Process.Start(WorkerStart.Build(limits, scratch.Path, command))!;
        errors = ChildOutput.WordsAsync(process.StandardError);
    }

    public bool IsAlive => !process.HasExited;

    public async Task<DocumentText> ReadAsync(Stream file, IProgress<ReadingProgress>? progress, CancellationToken cancel)
    {
        try
        {
            var head = new byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(head, (int)file.Length);
            var input = process.StandardInput.BaseStream;
            await input.WriteAsync(head, cancel);
            await file.CopyToAsync(input, cancel);
            await input.FlushAsync(cancel);
        }
        catch (IOException cause)
        {
            throw Died(cause);
        }

        using var output = new StreamReader(new ChildOutput(process.StandardOutput.BaseStream, MostSaid));
        while (await LineAsync(output, cancel) is { } line)
        {
            var message = Message(line);
            if (message.Progress is { } step)
            {
                progress?.Report(step);
            }
            else
            {
                return message.Document ?? throw new DocumentException(message.Refusal ?? "No se pudo leer el archivo.");
            }
        }

        var told = new InvalidOperationException(await errors);
        await process.WaitForExitAsync(cancel);
        throw HasUsedItsTime ? DocumentException.OutOfTime(told) : Died(told);
    }

    /// <summary>The kernel ended it, after as long as it takes to use all the time of the processor that it may use.</summary>
    private bool HasUsedItsTime => process.ExitCode is ExternalTool.OutOfProcessor or ExternalTool.OutOfProcessorAsk
        && Stopwatch.GetElapsedTime(begun).TotalSeconds * Environment.ProcessorCount >= cpuSeconds;

    /// <summary>For a worker that never got a file: it has no children and wrote nothing.</summary>
    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(scratch.Path, recursive: true);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        await scratch.RemoveAsync();
    }

    private static async Task<string?> LineAsync(StreamReader output, CancellationToken cancel)
    {
        try
        {
            return await output.ReadLineAsync(cancel);
        }
        catch (IOException cause)
        {
            throw Died(cause);
        }
    }

    private static WorkerMessage Message(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<WorkerMessage>(line, WorkerMessage.Json)!;
        }
        catch (JsonException cause)
        {
            throw Died(cause);
        }
    }

    private static DocumentException Died(Exception cause) =>
        new("El archivo no se pudo leer: está dañado o pide más memoria de la permitida. Guárdelo de nuevo en Word (.docx) o PDF y envíelo.", cause);
}
