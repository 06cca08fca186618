using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Runs poppler's pdftocairo, which prints a PDF into a new PDF, within a time and a size.</summary>
internal static class PdfReprint
{
    private const long MostBytes = 200L * 1024 * 1024;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(90);

    public static byte[] Print(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("acervo-pdf-");
        try
        {
            var (source, target) = (Path.Combine(folder.FullName, "in.pdf"), Path.Combine(folder.FullName, "out.pdf"));
            File.WriteAllBytes(source, pdf);
            Run(source, target);
            var printed = new FileInfo(target);
            return printed is { Exists: true, Length: > 0 and <= MostBytes }
                ? File.ReadAllBytes(target)
                : throw new CleaningException("El PDF no se pudo volver a imprimir sin sus datos ocultos. Expórtelo de nuevo desde el programa en que se hizo.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [SuppressMessage("Security", "S4036", Justification = "Where poppler lives differs from system to system; the path of the service is its administrator's.")]
    private static void Run(string source, string target)
    {
        using var process = Start(new ProcessStartInfo("pdftocairo", ["-pdf", source, target]) { RedirectStandardError = true, UseShellExecute = false });

        // The complaints of the program are read as they come: a full pipe would stop it.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        if (!process.WaitForExit(MostTime))
        {
            process.Kill(entireProcessTree: true);
            throw new CleaningException("El PDF tarda demasiado en prepararse para publicación. Divídalo o expórtelo de nuevo con imágenes más pequeñas.");
        }

        if (process.ExitCode != 0)
        {
            throw new CleaningException("El PDF está dañado o protegido con contraseña, y no se puede preparar para publicación. Guárdelo sin contraseña y súbalo otra vez.");
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
            throw new CleaningException("Este servidor no tiene instalado el programa que prepara los PDF para publicación (poppler-utils). Avise a quien administra la plataforma.", missing);
        }
    }
}
