using Acervo.Platform.Accounts;
using Acervo.Platform.Http.Bodies;
using Acervo.Platform.Settings;
using Acervo.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Admin.Site;

/// <summary>Takes the mark of the entity, or takes it away.</summary>
[Allow(Role.Administrator)]
[Takes(SiteMarks.MostSent + TakesAttribute.Around, File = SiteMarks.MostSent)]
internal sealed class MarkModel(SiteMarks marks, SiteFace face, Me me) : PageModel
{
    internal bool IsFixed => face.IsFixed(nameof(SiteIdentity.Mark));

    internal bool IsOwn => face.Current.Mark is not null;

    internal string? FileError { get; private set; }

    public void OnGet()
    {
        if (RefusedFile.In(HttpContext) is { } refused)
        {
            Refuse(refused);
        }
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        RequireFree();
        if (file is null or { Length: 0 })
        {
            return Refuse("Elija un archivo SVG o PNG.");
        }

        try
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancel);
            var leftOut = await marks.TakeAsync(bytes.ToArray(), me.Id, cancel);
            TempData["Done"] = "Esta es ahora la marca del sitio.";
            TempData["LeftOut"] = leftOut.Count == 0 ? null : string.Join(", ", leftOut.Take(20));
        }
        catch (RuleException refused)
        {
            return Refuse(refused.Message);
        }

        return Redirect("/admin/sitio/marca");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        RequireFree();
        await marks.RemoveAsync(me.Id, cancel);
        TempData["Done"] = "Se quitó la marca de la entidad.";
        return Redirect("/admin/sitio/marca");
    }

    private void RequireFree() => _ = IsFixed ? throw new RuleException("La marca la fija la configuración del servidor y no se cambia aquí.") : true;

    private PageResult Refuse(string sentence)
    {
        FileError = sentence;
        ModelState.AddModelError("file", sentence);
        return Page();
    }
}
