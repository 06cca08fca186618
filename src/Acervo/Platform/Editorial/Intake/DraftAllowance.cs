using Acervo.Platform.Accounts;
using Acervo.Platform.Forms;
using Acervo.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.Intake;

/// <summary>How many fichas a person may begin before sending one: enough to work with, too few to fill the house. An empty one is used again.</summary>
internal sealed class DraftAllowance(AppDb db, Me me)
{
    /// <summary>Whoever begins something takes this lock with their own number: what is asked three times at once is done once.</summary>
    public const int LockSpace = 4202000;

    /// <summary>Drafts that nobody else has seen, and documents on their way to become one.</summary>
    public const int MostDrafts = 60;

    public const int MostWaiting = 10;

    /// <summary>Why this person begins nothing more now; null when they may.</summary>
    public async Task<string?> RefusalAsync(CancellationToken cancel)
    {
        var drafts = await db.Dossiers.CountAsync(p => p.AuthorId == me.Id && p.Editorial.Stage == Stage.Draft && p.Editorial.Round == 0, cancel);
        var waiting = await db.ReadingsOf()
            .CountAsync(r => r.PersonId == me.Id && (r.Work!.State == WorkState.Waiting || r.Work.State == WorkState.Running), cancel);
        return (drafts, waiting) switch
        {
            (_, >= MostWaiting) => $"Ya tiene {waiting} documentos en lectura. Espere a que terminen y envíe este después.",
            _ when drafts + waiting >= MostDrafts => $"Tiene {drafts} borradores sin enviar a revisión, y se admiten {MostDrafts}. Termine o elimine alguno en "
                + "«Mis fichas» antes de empezar otro.",
            _ => null,
        };
    }

    /// <summary>A ficha on this form that the person began and wrote nothing in.</summary>
    public async Task<int?> FindEmptyAsync(FormDefinition form, CancellationToken cancel)
    {
        var found = await db.Database.SqlQuery<int>($"""
            SELECT id AS "Value" FROM app.dossiers p
            WHERE author_id = {me.Id} AND stage = 'Draft' AND round = 0 AND published_version = 0 AND form_code = {form.Code} AND form_version = {form.Version}
              AND title = '' AND summary = '' AND source_sha256 IS NULL AND jsonb_strip_nulls(answers) = {"{}"}::jsonb
              AND NOT EXISTS (SELECT FROM app.dossier_files f WHERE f.dossier_id = p.id)
            ORDER BY id LIMIT 1
            """).ToListAsync(cancel);
        return found.Count == 0 ? null : found[0];
    }
}
