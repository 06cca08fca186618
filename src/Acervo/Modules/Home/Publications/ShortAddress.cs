using System.Globalization;
using Acervo.Platform.Http;
using Acervo.Platform.Publications;

namespace Acervo.Modules.Home.Publications;

/// <summary>
/// An address that fits on a poster or in a message, <c>/p/17</c>: the number of any version leads to the page of the thing as it is now, whatever it
/// is called since.
/// </summary>
internal static class ShortAddress
{
    private const string Sql = """
        SELECT s.kind || '/' || s.slug FROM site.standing p JOIN site.standing s ON s.kind = p.kind AND s.item = p.item AND s.is_last WHERE p.id = $1
        """;

    public static string Of(long id) => string.Create(CultureInfo.InvariantCulture, $"/p/{id}");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/p/{id:long}", FindAsync).AllowAnonymous().ExcludeFromDescription().WithMetadata(new PublicCacheAttribute());

    private static async Task<IResult> FindAsync(long id, PublicDb db, PublicationKinds kinds, CancellationToken cancel) =>
        kinds.HrefOf(await db.FindAsync(Sql, row => row.GetString(0), cancel, id)) is { } page
            ? TypedResults.Redirect(page) // not for good: its name may change
            : throw new NotFoundException($"publication {id}");
}
