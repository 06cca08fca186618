using System.Globalization;
using System.Runtime.CompilerServices;
using Acervo.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Acervo.Platform.Editorial.Review;

/// <summary>Tells which fichas wait to be published with another text than the one that was approved, whatever their row says of it.</summary>
internal sealed class ApprovedTexts(IServiceScopeFactory scopes) : IAuditWitness
{
    public const string ApprovalKind = "approval";

    public string Kind => ApprovalKind;

    public static string SubjectOf(int dossier) => string.Create(CultureInfo.InvariantCulture, $"{ApprovalKind}/{dossier}");

    public async IAsyncEnumerable<string> CompareAsync(
        NpgsqlConnection connection, IReadOnlyDictionary<string, string> signed, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        // The same moment as the rest of the verification: an approval of a second later has its deed a second later.
        db.Database.SetDbConnection(connection, contextOwnsConnection: false);
        foreach (var dossier in await WaitingAsync(db, cancel))
        {
            var approved = signed.GetValueOrDefault(SubjectOf(dossier.Id));
            if (approved is null)
            {
                yield return $"La ficha «{dossier.Title}» está como aprobada sin que ningún acto firmado la haya aprobado.";
            }
            else if (approved != dossier.ContentHash || approved != dossier.Editorial.ApprovedHash)
            {
                yield return $"La ficha «{dossier.Title}» espera su publicación con un texto que no es el que se aprobó.";
            }
        }
    }

    private static async Task<List<Dossier>> WaitingAsync(AppDb db, CancellationToken cancel)
    {
        var dossiers = db.EveryDossier;
        return await dossiers.AsNoTracking().Include(dossier => dossier.Files)
            .Where(dossier => dossier.Editorial.Stage == Stage.Approved || dossier.Editorial.Stage == Stage.Scheduled)
            .OrderBy(dossier => dossier.Id).ToListAsync(cancel);
    }
}
