using System.ComponentModel;
using System.Diagnostics;

namespace Acervo.Platform.Documents;

/// <summary>Runs one program of the system on a file: no shell, bounded time, bounded output.</summary>
internal static class ExternalTool
{
    private const int OutputBytes = 64 * 1024 * 1024;

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
            return process.ExitCode == 0 ? output : throw new ToolFailedException(program, process.ExitCode, await errors);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new DocumentException("El archivo tarda demasiado en leerse. Divídalo en partes o envíelo en Word (.docx).");
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
