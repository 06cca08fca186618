using System.Globalization;
using System.Text;
using Acervo.Modules.Admin.Trail;
using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Acervo.Platform.Reference;
using Acervo.Platform.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin;

/// <summary>Catalogues and audit trail as CSV, for administrators.</summary>
internal static class AdminDownloads
{
    private const int MostRows = 100_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/admin/catalogos/{code}.csv", CatalogueAsync).RequireAuthorization(new AllowAttribute(Role.Administrator));
        routes.MapGet("/admin/bitacora.csv", TrailAsync).RequireAuthorization(new AllowAttribute(Role.Administrator));
    }

    private static async Task<IResult> CatalogueAsync(string code, AppDb db, CancellationToken cancel)
    {
        var catalogue = await db.Catalogues.GetAsync(code, cancel);
        var csv = new CsvTable("codigo", "nombre", "sigla_o_dato", "otros_nombres", "desde", "hasta", "fuente", "confianza");
        foreach (var term in await db.Terms.AsNoTracking().Include(term => term.Aliases).Of(catalogue.Code).ToListAsync(cancel))
        {
            csv.Add(term.Code, term.Name, term.Short, string.Join("; ", term.Aliases.Select(alias => alias.Alias)), Day(term.ValidFrom), Day(term.ValidTo),
                term.Source, term.Confidence);
        }

        return File(csv, $"{catalogue.Code}.csv");
    }

    private static async Task<IResult> TrailAsync(
        AppDb db, TrailWords words, string? persona, string? verbo, string? sobre, string? desde, string? hasta, CancellationToken cancel)
    {
        var filter = new TrailFilter(persona, verbo, sobre, DayOf(desde), DayOf(hasta));
        var csv = new CsvTable("acto", "fila_sellada", "fecha_utc", "persona", "nombre", "accion", "accion_en_palabras", "sobre", "detalle", "filas_que_lleva");
        foreach (var row in await TrailRow.Of(db, filter).OrderByDescending(row => row.Id).Take(MostRows).ToListAsync(cancel))
        {
            csv.Add(
                row.Id, row.Seq, row.At.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                row.PersonId, row.Who, row.Verb, words.Of(row.Verb).Words, row.Subject, row.Detail, row.Rows);
        }

        return File(csv, "bitacora.csv");
    }

    private static FileContentHttpResult File(CsvTable csv, string name) =>
        TypedResults.File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", name);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
