using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Publishing;
using Acervo.Platform.Forms.References;
using Acervo.Platform.Publications;
using Acervo.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Publishing;

/// <summary>Ends a publication in one of three ways, and says why where it was.</summary>
[Allow(Role.Reviewer)]
internal sealed class WithdrawModel(AppDb db, Me me, DossierPublishing publishing, PublishedTitles titles, PublicationKinds kinds) : PageModel
{
    internal Dossier Dossier { get; private set; } = null!;

    internal string Way { get; private set; } = "";

    internal string Reason { get; private set; } = "";

    internal string Other { get; private set; } = "";

    internal string? WayError { get; private set; }

    internal string? ReasonError { get; private set; }

    internal string? OtherError { get; private set; }

    internal string SuggestHref => PublishedTitles.Path + string.Join(',', kinds.All.Select(kind => kind.Kind));

    internal IReadOnlyList<FieldOption> Ways =>
    [
        .. Dossier.Ending is null
            ? [new FieldOption(
                "ya-no-se-usa", kinds.Of(Dossier.Kind).LapsedWords, "Su página sigue a la vista y en las búsquedas, con un aviso que dice por qué.")]
            : Array.Empty<FieldOption>(),
        new FieldOption("reemplazada", "La reemplaza otra publicación", "Deja de estar publicada, y su dirección lleva a la que la reemplaza."),
        new FieldOption("por-error", "No debía publicarse", "Deja de estar publicada, y en su lugar queda una nota con el motivo."),
    ];

    private Ending? Ending => Way switch
    {
        "ya-no-se-usa" => Platform.Publications.Ending.Lapsed,
        "reemplazada" => Platform.Publications.Ending.Replaced,
        "por-error" => Platform.Publications.Ending.InError,
        _ => null,
    };

    public async Task OnGetAsync(int id, CancellationToken cancel) => Dossier = await db.GetForReviewAsync(id, me, cancel);

    public async Task<IActionResult> OnPostAsync(int id, string? way, string? reason, string? other, CancellationToken cancel)
    {
        await OnGetAsync(id, cancel);
        (Way, Reason, Other) = (way ?? "", reason ?? "", other ?? "");
        WayError = Ending is null ? "Elija qué debe pasar con la página." : null;
        ReasonError = Reason.Trim().Length < 10 ? "Escriba el motivo: quedará a la vista de quien busque esta página." : Dossier.PublicReasonRefusal(Reason);
        var successor = Ending == Platform.Publications.Ending.Replaced ? await SuccessorAsync(cancel) : null;
        foreach (var (field, error) in new[] { ("way", WayError), ("other", OtherError), ("reason", ReasonError) })
        {
            if (error is not null)
            {
                ModelState.AddModelError(field, error);
            }
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await publishing.EndAsync(Dossier, Ending!.Value, successor, Reason, me.Id, cancel);
        return Redirect($"/fichas/{Dossier.Id}");
    }

    private async Task<Successor?> SuccessorAsync(CancellationToken cancel)
    {
        var meant = Other.Trim().Length == 0 ? [] : await titles.MeantAsync([.. kinds.All.Select(kind => kind.Kind)], Other, cancel);
        OtherError = meant switch
        {
            _ when Other.Trim().Length == 0 => "Escriba el título o la dirección de la publicación que la reemplaza.",
            [] => "No hay nada publicado con ese título o esa dirección. Revise que esté publicada y copie su dirección completa.",
            [_, _, ..] => "Hay más de una publicación con ese título. Copie la dirección de la que la reemplaza.",
            [var own] when own.Kind == Dossier.Kind && own.Item == Dossier.Id => "Es la misma publicación. Escriba la que la reemplaza.",
            _ => null,
        };
        return OtherError is null ? new Successor(meant[0].Kind, meant[0].Item) : null;
    }
}
