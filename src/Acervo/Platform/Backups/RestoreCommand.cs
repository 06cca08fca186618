using System.CommandLine;
using System.Globalization;
using Acervo.Platform.Commands;

namespace Acervo.Platform.Backups;

/// <summary><c>acervo restore FILE</c>: brings back what <c>acervo backup</c> saved, with the site stopped.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("archivo") { Description = "Archivo hecho con «acervo backup»." };
        var force = new Option<bool>("--force") { Description = "Reemplaza una base de datos que ya tiene datos. Lo que hay en ella se pierde." };
        var check = new Option<bool>("--check") { Description = "Solo verifica el archivo, sin restaurar nada." };
        var broken = new Option<bool>("--accept-broken-trail") { Description = "Recupera aunque la bitácora del respaldo no pase la verificación." };
        var command = new Command("restore", "Recupera un respaldo: base de datos y claves. El sitio debe estar detenido.") { file, force, check, broken };
        command.SetAction(async (parsed, cancel) =>
        {
            var path = Path.GetFullPath(parsed.GetValue(file)!);
            if (!parsed.GetValue(check))
            {
                return await RestoreAsync(path, parsed.GetValue(force), parsed.GetValue(broken), cancel);
            }

            using var progress = ProgressLine.OfBytes("Verificando", File.Exists(path) ? new FileInfo(path).Length : null);
            var manifest = await BackupReader.VerifyAsync(path, progress, cancel);
            progress.Dispose();
            Console.WriteLine($"El respaldo del {Day(manifest)} está completo: {manifest.Parts.Count} partes verificadas.");
            return 0;
        });
        return command;
    }

    private static async Task<int> RestoreAsync(string path, bool force, bool acceptBrokenTrail, CancellationToken cancel)
    {
        await BackupReader.VerifyAsync(path, null, cancel);
        await using (var bare = await BareInstallation.OpenAsync(cancel))
        {
            var reader = new BackupReader(bare.Owner, bare.Settings, bare.Folder);
            if (!force && await reader.IsInUseAsync(cancel))
            {
                throw new RuleException("La base de datos ya tiene datos. Si quiere reemplazarlos por los del respaldo, repita la orden con --force.");
            }

            using var progress = ProgressLine.OfBytes("Recuperando", new FileInfo(path).Length);
            var (manifest, repeated) = await reader.RestoreAsync(path, progress, acceptBrokenTrail, cancel);
            progress.Dispose();
            Console.WriteLine($"Se recuperó el respaldo del {Day(manifest)} (Acervo {manifest.Version}). Las sesiones y los enlaces de entonces ya no sirven.");
            Console.WriteLine(repeated == 0
                ? "No consta nada retirado ni eliminado después del respaldo. Si lo hubo en otro equipo, agregue su archivo acts-that-stay.txt a la carpeta de "
                    + "datos antes de recuperar."
                : $"Se repitió lo que consta después del respaldo: {Ui.Spanish.Count(repeated, "retiro o eliminación", "retiros y eliminaciones")}.");
        }

        // A backup of an older version is brought to this one's schema.
        await using var migrated = await Installation.OpenAsync([], asServer: false, cancel);
        Console.WriteLine("La base de datos está al día. Compruebe la bitácora con: acervo audit verify");
        return 0;
    }

    private static string Day(BackupManifest manifest) => manifest.MadeAt.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
