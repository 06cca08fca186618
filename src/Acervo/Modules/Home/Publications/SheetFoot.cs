using System.Globalization;
using System.Text;
using Acervo.Platform.Http;

namespace Acervo.Modules.Home.Publications;

/// <summary>
/// What stands at the foot of each printed sheet of a publication: whose it is, and where it is found. A style sheet of its own, <c>/p/17.css</c>, since
/// nothing else repeats on every sheet and no page may carry styles.
/// </summary>
internal static class SheetFoot
{
    private const string Sql = "SELECT organisation, version FROM site.shown WHERE id = $1";

    public static string Of(long id) => $"{ShortAddress.Of(id)}.css";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/p/{id:long}.css", WriteAsync).AllowAnonymous().ExcludeFromDescription().WithMetadata(new PublicCacheAttribute());

    private static async Task<IResult> WriteAsync(long id, PublicDb db, SiteUrl site, CancellationToken cancel)
    {
        var foot = await db.FindAsync(Sql, row => $"{row.GetString(0)}\n{site.Of(ShortAddress.Of(id))} · Versión {row.GetInt32(1)}", cancel, id)
            ?? throw new NotFoundException($"publication {id}");
        return TypedResults.Text($"@page{{@bottom-left{{content:\"{Escaped(foot)}\"}}}}", "text/css", Encoding.UTF8);
    }

    /// <summary>For a string of CSS: whatever is no letter, figure or space is written as its number and the space that ends it.</summary>
    private static string Escaped(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        Rune.IsLetterOrDigit(rune) || rune.Value == ' ' ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\{rune.Value:x6} ")));
}
