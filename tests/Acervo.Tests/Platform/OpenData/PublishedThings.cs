using System.Text.Json;
using Acervo.Platform.Calendar;
using Acervo.Platform.Data;
using Acervo.Platform.Files;
using Acervo.Platform.Publications;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Platform.OpenData;

/// <summary>Puts publications on the site under test the way modules do: through <see cref="Publisher"/>.</summary>
internal static class PublishedThings
{
    private static readonly Facet[] Usual = [new("dependencia", "archivo-de-bogota", "Archivo de Bogotá"), new("anio", "2025", "2025")];

    public static async Task PublishAsync(
        this AppHost app, int item, string slug, string title = "Turnos que avisan", string text = "Quien toma un turno recibe un mensaje.",
        string kind = "practice",
        Facet[]? facets = null, (string Name, byte[] Bytes)[]? files = null, Func<PublicationDraft, PublicationDraft>? change = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var draft = new PublicationDraft(kind, item, slug, title, $"Resumen de {title}.")
        {
            Organisation = "Secretaría de Ejemplo",
            Body = JsonSerializer.Serialize(new { kind, slug, title, form = new { code = "4202000-FT-1311", version = "02" }, answers = new { description = text, is_adaptation = false } }) + "\n",
            Html = $"<p>{System.Net.WebUtility.HtmlEncode(text)}</p>",
            Plain = text,
            Facets = facets ?? Usual,
            Files = [.. (files ?? []).Select(file => new PublicFile(file.Name, new FileContent(file.Bytes, "application/pdf")))],
        };
        await using var act = await scope.ServiceProvider.GetRequiredService<AppDb>().Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        draft = change?.Invoke(draft) ?? draft;
        await scope.ServiceProvider.GetRequiredService<Publisher>().PublishAsync(draft, app.Clock.Now(), TestContext.Current.CancellationToken);
        await act.CommitAsync(TestContext.Current.CancellationToken);
    }

    public static async Task WithdrawAsync(this AppHost app, int item, string reason = "Contenía un error de fondo.", string kind = "practice")
    {
        await using var scope = app.Services.CreateAsyncScope();
        await using var act = await scope.ServiceProvider.GetRequiredService<AppDb>().Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await scope.ServiceProvider.GetRequiredService<Publisher>().WithdrawAsync(kind, item, reason, app.Clock.Now(), TestContext.Current.CancellationToken);
        await act.CommitAsync(TestContext.Current.CancellationToken);
    }

}
