using System.Globalization;
using System.Runtime.CompilerServices;
using Acervo.Platform.Audit;
using Acervo.Platform.Editorial;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Acervo.Modules.Practices.Review;

/// <summary>Tells which fichas wait to be published with another text than the one that was approved, whatever their row says of it.</summary>
internal sealed class ApprovedTexts(IServiceScopeFactory scopes) : IAuditWitness
{
    public const string ApprovalKind = "approval";

    public string Kind => ApprovalKind;

    public static string SubjectOf(int practice) => string.Create(CultureInfo.InvariantCulture, $"{ApprovalKind}/{practice}");

    public async IAsyncEnumerable<string> CompareAsync(
        NpgsqlConnection connection, IReadOnlyDictionary<string, string> signed, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        // The same moment as the rest of the verification: an approval of a second later has its deed a second later.
        db.Database.SetDbConnection(connection, contextOwnsConnection: false);
        foreach (var practice in await WaitingAsync(db, cancel))
        {
            var approved = signed.GetValueOrDefault(SubjectOf(practice.Id));
            if (approved is null)
            {
                yield return $"La ficha «{practice.Title}» está como aprobada sin que ningún acto firmado la haya aprobado.";
            }
            else if (approved != practice.ContentHash || approved != practice.Editorial.ApprovedHash)
            {
                yield return $"La ficha «{practice.Title}» espera su publicación con un texto que no es el que se aprobó.";
            }
        }
    }

    private static async Task<List<Practice>> WaitingAsync(AppDb db, CancellationToken cancel)
    {
        var practices = db.Practices;
        return await practices.AsNoTracking().Include(practice => practice.Files)
            .Where(practice => practice.Editorial.Stage == Stage.Approved || practice.Editorial.Stage == Stage.Scheduled)
            .OrderBy(practice => practice.Id).ToListAsync(cancel);
    }
}
