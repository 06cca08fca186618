using System.Globalization;
using System.Text;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Capture;
using Acervo.Platform.Editorial.Publishing;
using Acervo.Platform.Files;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Writing;
using Acervo.Platform.Text;
using Acervo.Platform.Usage;
using Acervo.Ui;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Acervo.Modules.Editorial.Publishing;

/// <summary>
/// Fichas as files: the official Word form blank and filled in, the document that was sent, and how often it is read. What is published has its files
/// from the platform.
/// </summary>
internal static class DossierDownloads
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/formatos/{kind}.docx", Blank).AllowAnonymous();
        routes.MapGet("/formatos/{kind}.schema.json", Schema).AllowAnonymous();
        routes.MapGet("/fichas/{id:int}/ficha.docx", FilledAsync).RequireAuthorization();
        routes.MapGet("/fichas/{id:int}/original", OriginalAsync).RequireAuthorization();
        routes.MapGet("/fichas/{id:int}/uso.csv", UsageAsync).RequireAuthorization();
        routes.MapGet("/fichas/{id:int}/archivos/{file:int}", AttachedAsync).RequireAuthorization();
        routes.MapGet("/fichas/{id:int}/archivos/{file:int}/copia", CopyAsync).RequireAuthorization();
    }

    private static FileContentHttpResult Blank(string kind, FormCatalogue forms, SiteIdentity site, TimeProvider clock)
    {
        var form = forms.All.Any(known => known.Kind == kind)
            ? forms.InForce(kind, clock.Today())
            : throw new NotFoundException($"form {kind}");
        return TypedResults.File(FormDocx.Write(form, null, null, new FormDocxOptions(site.Entity)), FormDocx.ContentType, $"{Slug.Of(form.Name)}.docx");
    }

    private static ContentHttpResult Schema(string kind, FormCatalogue forms, TimeProvider clock)
    {
        var form = forms.All.Any(known => known.Kind == kind)
            ? forms.InForce(kind, clock.Today())
            : throw new NotFoundException($"form {kind}");
        return TypedResults.Text(FormSchema.Write(form), "application/schema+json");
    }

    private static async Task<FileContentHttpResult> FilledAsync(int id, AppDb db, Me me, DossierForm ficha, SiteIdentity site, CancellationToken cancel)
    {
        var dossier = await db.GetToReadAsync(id, me, cancel);
        var bytes = FormDocx.Write(ficha.Of(dossier), dossier.Answers, dossier.FilledOn, new FormDocxOptions(site.Entity) { IncludePersonal = true });
        return TypedResults.File(bytes, FormDocx.ContentType, $"{Slug.Of(dossier.Title)}.docx");
    }

    private static async Task<FileStreamHttpResult> OriginalAsync(int id, HttpContext http, AppDb db, Me me, FileStore files, CancellationToken cancel)
    {
        var dossier = await db.GetToReadAsync(id, me, cancel);
        return await PrivateAsync(dossier.SourceSha256 ?? throw new NotFoundException("original"), dossier.SourceName, http, files, cancel);
    }

    private static async Task<FileStreamHttpResult> AttachedAsync(int id, int file, HttpContext http, AppDb db, Me me, FileStore files,
        CancellationToken cancel)
    {
        var dossier = await db.GetToReadAsync(id, me, cancel);
        var attached = dossier.Files.Find(one => one.Id == file) ?? throw new NotFoundException($"file {file}");
        return await PrivateAsync(attached.Sha256, attached.Name, http, files, cancel);
    }

    /// <summary>The very copy that will be published, for the same people as the original.</summary>
    private static async Task<FileStreamHttpResult> CopyAsync(int id, int file, HttpContext http, AppDb db, Me me, FileStore files, CancellationToken cancel)
    {
        var dossier = await db.GetToReadAsync(id, me, cancel);
        var attached = dossier.Files.Find(one => one.Id == file) ?? throw new NotFoundException($"file {file}");
        return await PrivateAsync(attached.CopySha256, DossierCopies.NameOf(attached.Name), http, files, cancel);
    }

    /// <summary>Each day by itself, with the version that was read.</summary>
    private static async Task<FileContentHttpResult> UsageAsync(int id, AppDb db, Me me, UsageChannels channels, CancellationToken cancel)
    {
        var dossier = await db.GetForAsync(id, me, cancel);
        var csv = new CsvTable("dia", "version", "canal", "canal_en_palabras", "lecturas");
        foreach (var line in await db.UsageByDayAsync(dossier.Kind, dossier.Id, cancel))
        {
            csv.Add(line.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), line.Version, line.Channel, channels.TitleOf(line.Channel), line.Count);
        }

        return TypedResults.File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", $"uso-{Slug.Of(dossier.Title)}.csv");
    }

    /// <summary>A file as it is kept: only to be saved, never opened by the browser as a page of this site.</summary>
    private static async Task<FileStreamHttpResult> PrivateAsync(string sha256, string? name, HttpContext http, FileStore files, CancellationToken cancel)
    {
        var file = await files.OpenAsync(sha256, cancel);
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return TypedResults.Stream(file, "application/octet-stream", name);
    }
}
