using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial.Checks;
using Microsoft.AspNetCore.Mvc;

namespace Acervo.Modules.Editorial.Publishing;

/// <summary>Says how an approved ficha differs from what is published and like it, when that was not said at sending.</summary>
[Allow(Role.Reviewer)]
internal sealed class TellApartModel(AppDb db, Me me, NearCopies copies) : ReasonedModel(db, me)
{
    private readonly AppDb db = db;
    private readonly int person = me.Id;

    internal IReadOnlyList<ChecklistItem> Open { get; private set; } = [];

    protected override int Fewest => 20;

    protected override string Demand =>
        "Explique en una frase (20 caracteres o más) en qué se diferencia: quien revise después debe saber por qué no es la misma.";

    protected override string? RefusalOf(string reason) => reason.Trim().Length > ChecklistItem.MostLetters ? ChecklistItem.TooLong : null;

    protected override async Task LoadAsync(CancellationToken cancel) =>
        Open = [.. (await copies.OfAsync(Dossier, cancel)).Where(copy => copy.IsOpen)];

    protected override async Task<IActionResult> ActAsync(CancellationToken cancel)
    {
        // What was published since the page was opened nobody has compared yet.
        var seen = Request.Form["parecido"];
        foreach (var copy in Open.Where(copy => seen.Contains(copy.Id)))
        {
            Dossier.TellApart(copy, Reason, person);
        }

        await db.SaveChangesAsync(cancel);
        return Redirect($"/fichas/{Dossier.Id}/{(Open.All(copy => seen.Contains(copy.Id)) ? "publicar" : "explicar-parecido")}");
    }
}
