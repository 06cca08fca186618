using Acervo.Platform.Documents.Sandbox;

namespace Acervo.Platform.Documents;

/// <summary>Turns OpenDocument and old Word files into .docx with LibreOffice, where the server has it.</summary>
internal static class OfficeConverter
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static async Task<byte[]> ToWordAsync(byte[] file, CancellationToken cancel)
    {
        // It fetches the pictures that a document links to, from wherever they are.
        if (WorkerStart.CouldReachNetwork)
        {
            throw new DocumentException("Este servidor no puede abrir con seguridad archivos .odt ni .doc. Guárdelo como documento de Word (.docx) o PDF y "
                + "envíelo de nuevo.");
        }

        using var folder = new WorkFolder();
        var source = folder.File("documento.entrada");
        await File.WriteAllBytesAsync(source, file, cancel);
        try
        {
            await ExternalTool.RunAsync("soffice",
                ["-env:UserInstallation=" + new Uri(folder.File("perfil")), "--headless", "--norestore", "--nolockcheck", "--convert-to", "docx", "--outdir",
                Path.GetDirectoryName(source)!, source],
                Limit, cancel);
            return await File.ReadAllBytesAsync(folder.File("documento.docx"), cancel);
        }
        catch (Exception cause) when (cause is ToolFailedException or FileNotFoundException)
        {
            throw new DocumentException("No se pudo leer este tipo de documento. Ábralo y guárdelo como documento de Word (.docx) o PDF.", cause);
        }
    }
}
