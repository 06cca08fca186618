using Acervo.Platform.Accounts;
using Acervo.Platform.Settings;
using Acervo.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Admin.Site;

/// <summary>Says whose site this is: names, colour and how people reach the entity. What the server's configuration says is shown and not asked.</summary>
[Allow(Role.Administrator)]
internal sealed class IndexModel(SiteSettings settings, SiteFace face, Me me) : PageModel
{
    [BindProperty]
    public SiteForm Form { get; set; } = new();

    internal bool IsFixed(string key) => face.IsFixed(key);

    /// <summary>The contrast of the colour that is in the box; null when it is none.</summary>
    internal double? Contrast => Accent.TryParse(Form.Accent ?? "", out var accent) ? accent.ContrastOnWhite : null;

    public async Task OnGetAsync(CancellationToken cancel) => Form = SiteForm.Of(face.Current, (await settings.ReadAsync(cancel)).Revision);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var record = await settings.ReadAsync(cancel);
        if (record.Revision != Form.Revision)
        {
            ModelState.AddModelError("", "Otra persona cambió estos datos después de que usted abrió la página. Ábrala de nuevo y repita su cambio.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            var mark = record.Values.Where(one => one.Key == nameof(SiteIdentity.Mark)); // it has a page of its own
            await settings.WriteAsync(record, Form.Values().Concat(mark).ToDictionary(StringComparer.Ordinal), me.Id, cancel);
        }
        catch (SettingException wrong)
        {
            ModelState.AddModelError("Form.Accent", wrong.Message); // only the colour can be refused when all else is text
            return Page();
        }

        TempData["Done"] = "Los datos del sitio quedaron guardados.";
        return Redirect("/admin/sitio");
    }
}
