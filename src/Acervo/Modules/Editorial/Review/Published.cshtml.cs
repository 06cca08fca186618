using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Publications;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Editorial.Review;

/// <summary>What has been published, to confirm it, withdraw it or see who works on its next version.</summary>
[Allow(Role.Reviewer)]
internal sealed class PublishedModel(AppDb db, Me me, PublicationKinds kinds, TimeProvider clock) : PageModel
{
    private const int PageSize = 50;

    internal string Words { get; private set; } = "";

    internal int At { get; private set; }

    internal bool HasMore { get; private set; }

    internal List<PublishedRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(string? q, int desde, CancellationToken cancel)
    {
        (Words, At) = ((q ?? "").Trim(), Math.Max(0, desde));
        var (now, versions) = (clock.Now(), db.Publications);
        var rows = await Found(Words).AsNoTracking().ForReviewer(me)
            .Where(p => p.PublishedVersion > 0)
            .OrderByDescending(p => p.Editorial.ForcedBy != null && p.Editorial.ConfirmedBy == null).ThenByDescending(p => p.IsPublic)
            .ThenByDescending(p => p.Editorial.ChangedAt).ThenBy(p => p.Id)
            .Select(p => new
            {
                p.Id,
                p.Title,
                p.Kind,
                p.PublishedVersion,
                p.Ending,
                p.Editorial.Stage,
                p.Editorial.ChangedAt,
                Waits = p.Editorial.ForcedBy != null && p.Editorial.ConfirmedBy == null,
                IsDoubted = versions.Any(version => version.Kind == p.Kind && version.Item == p.Id && version.State == PublicationState.Current
                    && version.LapsedAt == null && version.DoubtAt <= now),
            })
            .Skip(At).Take(PageSize + 1).ToListAsync(cancel);
        HasMore = rows.Count > PageSize;
        Rows = [.. rows.Take(PageSize).Select(p => new PublishedRow(
            p.Id, p.Title, $"{kinds.Of(p.Kind).Singular}, versión {p.PublishedVersion}", p.Ending is null ? Stage.Published : Stage.Withdrawn,
            p.Ending?.Spanish(), NextOf(p.Stage, p.Waits, p.IsDoubted, p.PublishedVersion + 1), p.ChangedAt))];
    }

    internal string HrefAt(int from) => $"/revision/publicadas?q={Uri.EscapeDataString(Words)}&desde={from}";

    internal string Later => HrefAt(At + PageSize);

    internal string Earlier => HrefAt(Math.Max(0, At - PageSize));

    private IQueryable<Dossier> Found(string words)
    {
        if (words.Length == 0)
        {
            return db.Dossiers;
        }

        var named = db.Database.SqlQuery<int>($"""SELECT id AS "Value" FROM app.dossiers WHERE position(site.fold({words}) IN site.fold(title)) > 0""");
        var dossiers = db.DossiersOf();
        return dossiers.Where(p => named.Contains(p.Id));
    }

    private static string NextOf(Stage stage, bool waits, bool isDoubted, int version) => stage switch
    {
        _ when waits => "Falta confirmarla",
        Stage.Published when isDoubted => "Falta confirmar si sigue en uso",
        Stage.Published or Stage.Withdrawn => "",
        Stage.Draft or Stage.InReview => $"Hay una versión {version} {(stage == Stage.Draft ? "en borrador" : "en revisión")}",
        _ => $"Hay una versión {version}: {stage.Spanish().ToLowerInvariant()}",
    };
}

/// <summary>A line of what was published.</summary>
internal sealed record PublishedRow(int Id, string Title, string Kind, Stage State, string? EndedAs, string Next, DateTime Since);
