using Acervo.Platform.Accounts;
using Acervo.Platform.Tables.Imports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Acervo.Modules.Imports.Sorting;

/// <summary>The rows that did not go in, as a workbook to be corrected and sent again.</summary>
internal static class ReturnedDownload
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/importaciones/{id:int}/devueltas.xlsx", GetAsync).RequireAuthorization(new AllowAttribute());

    private static async Task<FileContentHttpResult> GetAsync(int id, ImportKinds kinds, ReturnedRows rows, CancellationToken cancel)
    {
        var (import, _) = await kinds.GetAsync(id, cancel);
        using var book = new MemoryStream();
        await rows.WriteAsync(import, book, cancel);
        return TypedResults.File(book.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            $"{Path.GetFileNameWithoutExtension(import.Name)}-devueltas.xlsx");
    }
}
