using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Acervo.Platform.Backups;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Forms;
using Acervo.Platform.Health;
using Acervo.Platform.Jobs;
using Acervo.Platform.Mail;
using Acervo.Platform.Search;
using Acervo.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Overview;

/// <summary>Where administration begins: its rooms with how each is, and the installation itself.</summary>
[Allow(Role.Administrator)]
internal sealed class IndexModel(AppDb db, DataFolder folder, FormCatalogue forms, DatabaseState database, Rooms rooms, MailSettings mail,
    SpanishWordList dictionary, BackupSettings backups, JobBoard jobs, TimeProvider clock) : PageModel
{
    private const long LeastFree = 2L * 1024 * 1024 * 1024;

    internal SystemFacts Facts { get; private set; } = null!;

    internal BackupRecord? Backup { get; private set; }

    /// <summary>How the nightly backup went last, on whichever node.</summary>
    internal JobCard? BackupRun { get; private set; }

    internal IReadOnlyList<AdminSection> Sections { get; private set; } = [];

    internal List<string> Warnings { get; } = [];

    internal bool AllIsWell => Warnings.Count == 0 && Sections.All(section => section.Alert is null);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Facts = await SystemFacts.ReadAsync(db, folder, cancel);
        Backup = BackupRecord.Read(folder);
        var check = await db.Set<AuditCheck>().AsNoTracking().OrderByDescending(one => one.Id).FirstOrDefaultAsync(cancel);
        Sections = await rooms.AllAsync(Facts.Now, check, cancel);
        BackupRun = (await jobs.ListAsync(cancel)).Find(card => card.Words == NightlyBackup.Words);
        var oldest = clock.Now().AddDays(-backups.MaxAgeDays);
        Warn((Backup is null || Backup.MadeAt < oldest) && (BackupRun?.Status?.LastSucceededAtUtc is not { } made || made.UtcDateTime < oldest),
            "No hay un respaldo reciente. Pídalo con «Respaldar ahora».");
        Warn(database.Restarts > 0, $"La base de datos propia se detuvo sola y se levantó de nuevo {Spanish.Count(database.Restarts, "vez", "veces")} desde "
            + $"que arrancó el sitio; la última, el {database.LastRestart?.Stamp()}. Pida a quien opera el servidor que revise su registro.");
        Warn(Facts.DiskFree < LeastFree, "Queda poco espacio en disco.");
        Warnings.AddRange(forms.Faults);
        foreach (var used in await db.Set<Dossier>().GroupBy(one => new { one.FormCode, one.FormVersion }).Select(group => group.Key).ToListAsync(cancel))
        {
            Warn(forms.Find(used.FormCode, used.FormVersion) is null,
                $"Hay fichas del formato {used.FormCode}, versión {used.FormVersion}, que ya no está: no se pueden abrir. Devuelva su archivo a la carpeta "
                    + $"«{FormFolder.Name}» y reinicie el sitio.");
        }

        Warn(!dictionary.IsThere,
            "El buscador no tiene un diccionario de español y puede proponer otra palabra aunque la escrita exista. Pida a quien opera el servidor que instale "
                + "«hunspell-es».");
        Warn(!mail.HasServer, "No hay servidor de correo: los correos se guardan y se leen en «Correos».");
    }

    private void Warn(bool isSo, string sentence)
    {
        if (isSo)
        {
            Warnings.Add(sentence);
        }
    }
}
