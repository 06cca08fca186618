using Acervo.Platform.Accounts;
using Acervo.Platform.Reference;
using Acervo.Platform.Settings;
using Acervo.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Admin.Catalogues;

/// <summary>Empties in one act the catalogues that ship for another place, after saying what goes and what stays, and brings them back.</summary>
[Allow(Role.Administrator)]
internal sealed class ElsewhereModel(PlaceCatalogues place, SiteSettings settings, Me me) : PageModel
{
    /// <summary>What is typed so that nobody empties by a slip.</summary>
    internal const string Word = "VACIAR";

    [BindProperty(SupportsGet = true, Name = "catalogo")]
    public string[] Asked { get; set; } = [];

    internal IReadOnlyList<PlaceCatalogue> Plan { get; private set; } = [];

    internal HashSet<string> Chosen { get; private set; } = [];

    internal int Going => Plan.Where(one => Chosen.Contains(one.Code)).Sum(one => one.Going.Count);

    internal string Typed { get; private set; } = "";

    internal string? WordError { get; private set; }

    internal static string Why(KeptTerm kept) => string.Join(", ", new[]
    {
        (kept.People, "persona", "personas"), (kept.Dossiers, "ficha", "fichas"), (kept.Roles, "rol o invitación", "roles o invitaciones"),
        (kept.Works, "trabajo", "trabajos"),
    }.Where(one => one.Item1 > 0).Select(one => Spanish.Count(one.Item1, one.Item2, one.Item3))) is { Length: > 0 } uses ? uses : "otros dependen de él";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Plan = await place.PlanAsync(Asked.Length == 0 ? null : Asked, cancel);
        Chosen = [.. Plan.Select(one => one.Code).Where(code => Asked.Length == 0 || Asked.Contains(code))];
    }

    /// <param name="confirmo">The word that confirms.</param>
    /// <param name="quitados">How many terms the page said would go.</param>
    /// <param name="visto">The catalogues that it counted.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IActionResult> OnPostAsync(string? confirmo, int quitados, string[] visto, CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        Typed = (confirmo ?? "").Trim();
        WordError = !Chosen.SetEquals(visto) || Asked.Length == 0
            ? "Usted cambió lo marcado: revise arriba cuántos términos se quitan ahora y confirme de nuevo."
            : Typed.Equals(Word, StringComparison.OrdinalIgnoreCase) ? null : $"Escriba {Word} para confirmar que los quiere vaciar.";
        if (WordError is not null)
        {
            ModelState.Clear();
            ModelState.AddModelError("confirmo", WordError);
            return Page();
        }

        var gone = await place.EmptyAsync(Chosen, quitados, await SiteAsync(cancel), me.Id, cancel);
        TempData["Done"] = $"Términos quitados: {Spanish.Number(gone)}. Cargue ahora los de su entidad.";
        return Redirect("/admin/catalogos/otra-entidad");
    }

    public async Task<IActionResult> OnPostRefillAsync(CancellationToken cancel)
    {
        await place.RefillAsync(await SiteAsync(cancel), me.Id, cancel);
        TempData["Done"] = "Los catálogos de Bogotá están de nuevo, junto a lo que usted haya agregado.";
        return Redirect("/admin/catalogos/otra-entidad");
    }

    private async Task<string> SiteAsync(CancellationToken cancel) => $"{SiteRecord.Subject}/{(await settings.ReadAsync(cancel)).Id}";
}
