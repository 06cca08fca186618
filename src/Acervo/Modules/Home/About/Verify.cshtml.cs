using Acervo.Platform.Publications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Home.About;

/// <summary>Explains the receipt and finds the publication that a hash belongs to.</summary>
[AllowAnonymous]
internal sealed class VerifyModel(PublicDb db, PublicationKinds kinds) : PageModel
{
    private const string BySha = "SELECT kind, slug, title, version, published_at, state, is_last FROM site.standing WHERE sha256 = $1 ORDER BY id "
        + "DESC LIMIT 1";

    internal string Typed { get; private set; } = "";

    internal string? Error { get; private set; }

    internal FoundPublication? Found { get; private set; }

    public async Task OnGetAsync(string? huella, CancellationToken cancel)
    {
        Typed = (huella ?? "").Trim().ToLowerInvariant();
        if (Typed.Length == 0)
        {
            return;
        }

        if (Typed.Length != 64 || !Typed.All(char.IsAsciiHexDigit))
        {
            Error = "Una huella SHA-256 tiene 64 caracteres: cifras y letras de la «a» a la «f». Revise que la copió completa.";
            return;
        }

        Found = await db.FindAsync(BySha, row => new FoundPublication(
            kinds.Href(row.GetString(0), row.GetString(1)) + (row.GetBoolean(6) ? "" : $"/v{row.GetInt32(3)}"),
            row.GetString(2),
            row.GetInt32(3),
            row.GetDateTime(4),
            row.GetString(5) switch { "withdrawn" => "; fue retirada después", "superseded" => "; hay una versión más reciente", _ => "; es la vigente" }),
            cancel, Typed);
        Error = Found is null ? "Ninguna publicación de este sitio tiene esa huella." : null;
    }
}

/// <summary>The publication a hash belongs to.</summary>
internal sealed record FoundPublication(string Href, string Title, int Version, DateTime PublishedAt, string Note);
