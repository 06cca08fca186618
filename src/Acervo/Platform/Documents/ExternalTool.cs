using System.ComponentModel;
using System.Diagnostics;

namespace Acervo.Platform.Documents;

/// <summary>Runs one program of the system on a file: no shell, bounded time, bounded output.</summary>
internal static class ExternalTool
{
    private const int OutputBytes = 64 * 1024 * 1024;

    /// <summary>The kernel ended it, for it had used the time of the processor that it may use (SIGKILL).</summary>
    public const int OutOfProcessor = 137;

    /// <summary>It asked it to end, for the same reason (SIGXCPU).</summary>
    public const int OutOfProcessorAsk = 152;

    public static async Task<byte[]> RunAsync(string program, IEnumerable<string> arguments, TimeSpan limit, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false
        };
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Start(start);
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timer.CancelAfter(limit);
        try
        {
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync(timer.Token);
            var output = await ReadAsync(process.StandardOutput.BaseStream, timer.Token);
            await process.WaitForExitAsync(timer.Token);
            return process.ExitCode switch
            {
                0 => output,
                OutOfProcessor or OutOfProcessorAsk => throw DocumentException.OutOfTime(new ToolFailedException(program, process.ExitCode, await errors)),
                var code => throw new ToolFailedException(program, code, await errors),
            };
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw DocumentException.OutOfTime();
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception cause)
        {
            throw new DocumentException($"Este servidor no tiene el programa «{start.FileName}», necesario para leer este tipo de archivo. Envíe el formato en "
                + "Word (.docx) o avise a quien administra la plataforma.", cause);
        }
    }

    private static async Task<byte[]> ReadAsync(Stream output, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await output.ReadAsync(buffer, cancel)) > 0)
        {
            await bytes.WriteAsync(buffer.AsMemory(0, read), cancel);
            if (bytes.Length > OutputBytes)
            {
                throw new DocumentException("El archivo tiene demasiado contenido para ser un formato diligenciado. Revise que sea el archivo correcto.");
            }
        }

        return bytes.ToArray();
    }
}

/// <summary>A program of the system refused a file; the caller turns this into a sentence for the person.</summary>
public sealed class ToolFailedException(string program, int code, string errors) : Exception($"{program} ended with {code}: {errors}");
