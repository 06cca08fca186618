using System.Globalization;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Capture;
using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Publications;
using Acervo.Platform.Reference;
using Acervo.Ui.Parts;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Editorial.Review;

/// <summary>Puts a ficha together as a review reads it. Whoever reviews it and whoever wrote it read the same.</summary>
internal sealed class ReviewSheets(AppDb db, DossierForm ficha, DossierThreads threads, DossierChecklist checks, KnownTerms terms)
{
    /// <param name="dossier">What is read, with its files.</param>
    /// <param name="mayRemark">Whether whoever reads has taken it.</param>
    /// <param name="before">What an earlier round had, to show what changed since; null to show everything.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<ReviewSheet> OfAsync(Dossier dossier, bool mayRemark, DossierContent? before, CancellationToken cancel)
    {
        var all = await threads.AllOfAsync(dossier, cancel);
        var view = new ReviewView(dossier, ficha.Of(dossier), all, await GoalsAsync(cancel), await AdaptedAsync(dossier, before, cancel), mayRemark, before);
        var demands = await checks.WithCopiesAsync(dossier, cancel);
        return new ReviewSheet(view.Sections(demands), view.Checks(demands), all.Count(thread => thread.Root.IsOpen));
    }

    private async Task<Dictionary<int, string>> GoalsAsync(CancellationToken cancel) => (await terms.OfAsync("ods", cancel)).All
        .Where(goal => int.TryParse(goal.Code, CultureInfo.InvariantCulture, out _))
        .ToDictionary(goal => int.Parse(goal.Code, CultureInfo.InvariantCulture), goal => goal.Name);

    /// <summary>By their public names: a reviewer may not see the working one of another unit.</summary>
    private async Task<Dictionary<int, string>> AdaptedAsync(Dossier dossier, DossierContent? before, CancellationToken cancel)
    {
        int[] items = [.. new[] { dossier.Adapts, before?.Adapts }.OfType<int>()];
        return items.Length == 0 ? [] : await db.Publications
            .Where(p => p.Kind == dossier.Kind && items.Contains(p.Item) && p.State != PublicationState.Superseded)
            .Select(p => new { p.Item, p.Title }).ToDictionaryAsync(p => p.Item, p => p.Title, cancel);
    }
}

/// <summary>The sections of a ficha, the checks before it is approved, and how many remarks nobody settled yet.</summary>
internal sealed record ReviewSheet(IReadOnlyList<ReviewSection> Sections, IReadOnlyList<CheckItem> Checks, int OpenRemarks)
{
    public static readonly ReviewSheet Empty = new([], [], 0);

    /// <summary>The contents beside it, after what the page has before the sections.</summary>
    public Contents ContentsAfter(params ContentsLine[] first) => new([.. first, .. Sections.Select(section =>
        new ContentsLine(section.Title, $"#{section.Id}", section.Waiting))])
    { IsFolded = true };
}
