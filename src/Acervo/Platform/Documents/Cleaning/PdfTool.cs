using System.ComponentModel;
using System.Diagnostics;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Runs a program of the system that draws or recognises pages, within a time; it reads and writes files of a private folder.</summary>
internal static class PdfTool
{
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(90);

    public static void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        using var process = Start(start);

        // What the program says is read as it comes: a full pipe would stop it.
        process.ErrorDataReceived += (_, _) => { };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        if (!process.WaitForExit(MostTime))
        {
            process.Kill(entireProcessTree: true);
            throw new CleaningException("El PDF tarda demasiado en prepararse para publicación. Divídalo o expórtelo de nuevo con imágenes más pequeñas.");
        }

        if (process.ExitCode != 0)
        {
            throw new CleaningException("El PDF está dañado o protegido con contraseña, y no se puede preparar para publicación. Guárdelo sin contraseña y "
                + "súbalo otra vez.");
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new CleaningException($"Este servidor no tiene instalado el programa «{start.FileName}», que prepara los PDF para publicación. Avise a quien "
                + "administra la plataforma.", missing);
        }
    }
}
