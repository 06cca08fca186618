using Acervo.Platform.Accounts;
using Acervo.Ui.Parts;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.Capture;

/// <summary>The remarks on a ficha as threads beside its fields.</summary>
internal sealed class DossierThreads(AppDb db, Me me)
{
    /// <summary>Nobody remarks on what was never sent.</summary>
    private static readonly Dictionary<string, int> None = [];

    /// <summary>How many remarks are open, by the part they are about.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(Dossier dossier, CancellationToken cancel) => dossier.Editorial.Round == 0 ? None
        : await db.Remarks.Where(remark => remark.Subject == dossier.Subject && remark.ParentId == null && remark.ResolvedAt == null)
            .GroupBy(remark => remark.Field).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancel);

    /// <summary>Open threads by question, for who mends.</summary>
    public async Task<IReadOnlyDictionary<string, RemarkThread>> OpenOfAsync(Dossier dossier, CancellationToken cancel)
    {
        if (dossier.Editorial.Round == 0)
        {
            return new Dictionary<string, RemarkThread>();
        }

        var all = await AllOfAsync(dossier, cancel);
        return all.Where(thread => !thread.View.Settled).GroupBy(thread => thread.Field)
            .ToDictionary(group => group.Key, group => group.First().View with { ReplyHref = null });
    }

    /// <summary>Every thread with its field, oldest first.</summary>
    public async Task<IReadOnlyList<FieldThread>> AllOfAsync(Dossier dossier, CancellationToken cancel)
    {
        var people = db.People;
        var rows = await db.Remarks.AsNoTracking().Where(remark => remark.Subject == dossier.Subject).OrderBy(remark => remark.Id)
            .Select(remark => new { Remark = remark, Name = people.Where(person => person.Id == remark.AuthorId).Select(person => person.Name).First() })
            .ToListAsync(cancel);
        var remarks = rows.ConvertAll(row => row.Remark);
        var names = rows.DistinctBy(row => row.Remark.AuthorId).ToDictionary(row => row.Remark.AuthorId, row => row.Name);
        return
        [
            .. remarks.Where(remark => remark.ParentId is null).Select(root => new FieldThread(root.Field, root, new RemarkThread(
                $"{root.Id}",
                [.. remarks.Where(remark => remark.Id == root.Id || remark.ParentId == root.Id).Select(remark => new Ui.Parts.Remark(
                    names[remark.AuthorId], dossier.WasWrittenBy(remark.AuthorId) ? "Autoría" : "Revisión", remark.At, remark.Text))],
                root.ResolvedAt is not null)
            {
                ReplyHref = CanTalk(dossier) ? $"/revision/{dossier.Id}/observaciones/{root.Id}/responder" : null,
                SettleHref = CanSettle(dossier) ? $"/revision/{dossier.Id}/observaciones/{root.Id}/resolver" : null,
            })),
        ];
    }

    private static bool CanTalk(Dossier dossier) => dossier.Editorial.Stage is Stage.InReview or Stage.ChangesRequested;

    private bool CanSettle(Dossier dossier) => dossier.Editorial.Stage == Stage.InReview && dossier.Editorial.ReviewerId == me.Id;
}

/// <summary>A thread, the field it is anchored to and the remark that opened it.</summary>
internal sealed record FieldThread(string Field, Platform.Editorial.Remark Root, RemarkThread View);
