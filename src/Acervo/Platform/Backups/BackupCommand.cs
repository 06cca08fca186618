using System.CommandLine;
using System.Globalization;
using Acervo.Platform.Commands;

namespace Acervo.Platform.Backups;

/// <summary><c>acervo backup FILE</c>: the whole installation in one file, while it works.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("archivo") { Description = "Archivo que se escribe, por ejemplo acervo-2027-01-31.zip." };
        var command = new Command("backup",
            "Guarda la base de datos y las claves de la instalación en un solo archivo. Se puede hacer con el sitio en servicio.") { file };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var installation = await Installation.OpenAsync([], asServer: false, cancel);
            var path = Path.GetFullPath(parsed.GetValue(file)!);
            using var progress = ProgressLine.OfBytes("Guardando");
            var writer = new BackupWriter(installation.Connections, installation.Folder, TimeProvider.System);
            await writer.WriteAsync(path, progress, cancel);
            progress.Dispose();
            Console.WriteLine(string.Create(CultureInfo.CurrentCulture, $"Respaldo listo: {path} ({new FileInfo(path).Length / 1048576.0:N1} MB)."));
            return 0;
        });
        return command;
    }
}
