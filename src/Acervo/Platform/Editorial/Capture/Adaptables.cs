using Acervo.Platform.Forms.References;
using Acervo.Platform.Publications;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.Capture;

/// <summary>Finds the publication that a dossier of the same kind adapts, by its address or its name: that is how the site knows what is reused.</summary>
internal sealed class Adaptables(AppDb db, PublishedTitles published)
{
    /// <summary>The published dossier that somebody means.</summary>
    /// <param name="kind">Which kind.</param>
    /// <param name="typed">Its address, whole or in part, or its name.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="RuleException">None is it, or more than one.</exception>
    public async Task<Publication> MeantAsync(string kind, string typed, CancellationToken cancel) =>
        await published.MeantAsync([kind], typed, cancel) switch
        {
            [var one] => one,
            [] => throw new RuleException("No la encontramos entre lo publicado. Abra su página, copie la dirección y péguela aquí."),
            _ => throw new RuleException("Hay varias con ese nombre. Abra la página de la que se adapta, copie la dirección y péguela aquí."),
        };

    /// <summary>The name of a dossier by its item; null when it is no longer published.</summary>
    public async Task<string?> TitleAsync(string kind, int? item, CancellationToken cancel) => item is null
        ? null
        : await db.Publications.Where(one => one.Kind == kind && one.State == PublicationState.Current && one.Item == item).Select(one => one.Title)
            .FirstOrDefaultAsync(cancel);
}
