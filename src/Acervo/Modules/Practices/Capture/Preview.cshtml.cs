using Acervo.Modules.Practices.Publishing;
using Acervo.Platform.Accounts;
using Acervo.Platform.Publications;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Practices.Capture;

/// <summary>The ficha as the public will see it.</summary>
[Allow]
internal sealed class PreviewModel(AppDb db, Me me, PracticePublishing publishing, Adaptables adaptables, PublicationKinds kinds) : PageModel
{
    internal int Id { get; private set; }

    internal PublicationDraft Draft { get; private set; } = null!;

    internal IReadOnlyList<PracticeFile> Files { get; private set; } = [];

    internal string? Adapted { get; private set; }

    internal PublicationKind Kind { get; private set; } = null!;

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        var practice = await db.GetForAsync(id, me, cancel);
        Id = id;
        Files = practice.Files;
        Adapted = await adaptables.TitleAsync(practice.Adapts, cancel);
        Kind = kinds.Of(practice.Kind);
        Draft = await publishing.PreviewAsync(practice, cancel);
    }
}
