using System.Globalization;
using Acervo.Platform.Accounts;
using Acervo.Ui;

namespace Acervo.Modules.Admin.Site;

/// <summary>Says under the box of the colour, while it is typed, how it reads on white, and offers the nearest darker tone that will do.</summary>
/// <param name="Text">A colour.</param>
/// <param name="Note">Its contrast in words.</param>
internal sealed record ContrastOffer(string Text, string Note)
{
    public const string Path = "/admin/sitio/contraste";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, (string? q) => Of(q ?? "")).RequireAuthorization(new AllowAttribute(Role.Administrator));

    private static List<ContrastOffer> Of(string typed)
    {
        var text = typed.Trim();
        if (!Accent.TryParse(text.StartsWith('#') ? text : $"#{text}", out var colour))
        {
            return [];
        }

        var offer = Said(colour);
        return colour.IsReadable ? [offer] : [offer, Said(colour.Darkened())];
    }

    private static ContrastOffer Said(Accent colour) => new(colour.ToString(), colour.IsReadable
        ? $"Contraste sobre blanco: {Shown(colour)}:1. Se lee bien."
        : $"Contraste sobre blanco: {Shown(colour)}:1. Debe ser de 4,5:1 o más; elija un color más oscuro.");

    /// <summary>Never rounded up to what it does not reach.</summary>
    private static string Shown(Accent colour) => (Math.Floor(colour.ContrastOnWhite * 10) / 10).ToString("0.0", CultureInfo.CurrentCulture);
}
