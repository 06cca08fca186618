using System.Security.Cryptography;
using Acervo.Platform.Audit;
using Acervo.Platform.Data;
using Acervo.Platform.Reference;
using Acervo.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Browser;

/// <summary>The rooms the recorded walk does not enter: administration, one's account and the pages that explain the site.</summary>
public sealed class RoomTests
{
    private static readonly string[] Rooms =
    [
        "/admin", "/admin/bitacora", "/admin/bitacora/1", "/admin/catalogos", "/admin/catalogos/plazos", "/admin/catalogos/ods/nuevo",
        "/admin/terminos/1", "/admin/correos", "/admin/trabajos", "/admin/personas", "/admin/personas/invitar", "/cuenta", "/cuenta/sesiones",
        "/no-existe", "/", "/verificar", "/accesibilidad", "/datos-personales", "/datos", "/datos/api", "/buscar?q=zqxwvk", "/entrar",
    ];

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Every_room_is_accessible_and_fits_the_screen(int width)
    {
        // The trail has acts that are not sealed yet, and one that carries rows.
        await using var app = await AppHost.StartAsync(("Audit:SealEvery", "1.00:00:00"));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var batch = new Deed("publication.changed", "publication/1", null)
            {
                Rows = [.. Enumerable.Range(1, 120).Select(n =>
                    new DeedRow($"publication/{n}", $"current {Convert.ToHexStringLower(SHA256.HashData([(byte)n]))}"))],
            };
            await scope.ServiceProvider.GetRequiredService<AppDb>().RecordAsync(batch, TestContext.Current.CancellationToken);
            await scope.ServiceProvider.GetRequiredService<ReferenceRefresh>().RunAsync(TestContext.Current.CancellationToken);
            await app.Services.GetRequiredService<AuditSeal>().RunAsync(TestContext.Current.CancellationToken);
        }

        using var ramiro = await app.SignInAsync(await app.SeedAsync(Cast.Administrator()));
        var screens = await Screens.OpenAsync(app, "rooms", "ramiro", width);
        await screens.Page.Context.AddCookiesAsync([new() { Name = "acervo", Value = ramiro.Cookie("acervo")!, Url = app.Address.ToString() }]);
        foreach (var room in Rooms)
        {
            await screens.VisitAsync(room);
        }
    }
}
