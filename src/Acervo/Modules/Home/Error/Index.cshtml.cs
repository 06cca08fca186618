using Acervo.Platform.Accounts;
using Acervo.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Home.Error;

/// <summary>Says what went wrong and what to do next, without showing anything of the inside.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
internal sealed class IndexModel(Me me) : PageModel
{
    internal string Title { get; private set; } = "";

    internal string Sentence { get; private set; } = "";

    internal string Icon { get; private set; } = "warning";

    /// <summary>Somebody at work stays among their own menus; a visitor stays on the site.</summary>
    internal bool IsAtWork => me.IsSignedIn;

    /// <summary>The page to go back to, when a rule refused what it was asked.</summary>
    internal string? Back { get; private set; }

    public void OnGet() => Show();

    public void OnPost() => Show();

    private void Show()
    {
        // From the address itself: the form that came along may be the very thing that cannot be read.
        int? code = int.TryParse(RouteData.Values["code"] as string, out var number) ? number : null;
        var refused = HttpContext.Items[typeof(RefusalResult)] as string;
        var crash = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        var status = code ?? (crash is null ? StatusCodes.Status404NotFound : StatusCodes.Status500InternalServerError);
        Response.StatusCode = crash is null ? status : StatusCodes.Status500InternalServerError;
        if (refused is not null && status is not (410 or 503))
        {
            Back = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath;
        }

        (Title, Sentence, Icon) = status switch
        {
            410 => ("Esta publicación fue retirada", refused ?? "Ya no está disponible.", "withdraw"),
            _ when refused is not null => ("No fue posible completar la acción", refused, "refusal"),
            400 => ("La solicitud llegó incompleta", "Vuelva a la página anterior, recárguela e inténtelo de nuevo. Si escribió un texto largo, cópielo antes.",
                "warning"),
            403 => ("No tiene permiso para esto", "Su cuenta no tiene el rol que pide esta página. Si lo necesita, pídalo a quien administra el sitio.",
                "lock"),
            404 => ("No encontramos esta página", "Puede que la dirección esté mal escrita o que la página se haya movido.", "search"),
            413 => ("El envío es muy grande", "Es más grande de lo que recibe esta dirección. Envíe menos texto o divídalo en partes.", "warning"),
            429 => ("Demasiados intentos", "Espere unos minutos y vuelva a intentar.", "clock"),
            >= 500 => ("Se presentó una falla en el sitio", "Ya quedó registrado. Intente de nuevo en un momento; lo que guardó no se perdió.", "warning"),
            _ => ("No se pudo atender la solicitud", "Vuelva a intentarlo.", "warning"),
        };
    }
}
