using Acervo.Platform.Reference;
using Acervo.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Browser;

/// <summary>The rooms the recorded walk does not enter: administration, one's account and the pages that explain the site.</summary>
public sealed class RoomTests
{
    private static readonly string[] Rooms =
    [
        "/admin", "/admin/bitacora", "/admin/catalogos", "/admin/catalogos/plazos", "/admin/catalogos/ods/nuevo", "/admin/terminos/1", "/admin/correos", "/admin/trabajos", "/admin/personas",
        "/admin/personas/invitar", "/cuenta", "/cuenta/sesiones", "/no-existe", "/", "/verificar", "/accesibilidad", "/datos-personales", "/datos", "/datos/api", "/buscar?q=zqxwvk", "/entrar",
    ];

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Every_room_is_accessible_and_fits_the_screen(int width)
    {
        await using var app = await AppHost.StartAsync();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ReferenceRefresh>().RunAsync(TestContext.Current.CancellationToken);
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
