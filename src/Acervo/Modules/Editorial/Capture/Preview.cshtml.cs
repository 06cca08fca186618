using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Capture;
using Acervo.Platform.Editorial.Publishing;
using Acervo.Platform.Publications;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Capture;

/// <summary>The ficha as the public will see it.</summary>
[Allow]
internal sealed class PreviewModel(AppDb db, Me me, DossierPublishing publishing, Adaptables adaptables, PublicationKinds kinds) : PageModel
{
    internal int Id { get; private set; }

    internal PublicationDraft Draft { get; private set; } = null!;

    internal IReadOnlyList<DossierFile> Files { get; private set; } = [];

    internal string? Adapted { get; private set; }

    internal PublicationKind Kind { get; private set; } = null!;

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        var dossier = await db.GetToReadAsync(id, me, cancel);
        Id = id;
        Files = dossier.Files;
        Adapted = await adaptables.TitleAsync(dossier.Kind, dossier.Adapts, cancel);
        Kind = kinds.Of(dossier.Kind);
        Draft = await publishing.PreviewAsync(dossier, cancel);
    }
}
