using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace Acervo.Ui;

/// <summary>Puts the look of the site into the program: identity, menus, assets, and Spanish letters written as themselves.</summary>
public static class UiSetup
{
    public static IServiceCollection AddUi(this IServiceCollection services, IConfiguration configuration, Navigation navigation)
    {
        services.AddSingleton(new SiteFace(configuration));
        services.AddTransient(provider => provider.GetRequiredService<SiteFace>().Current);
        services.AddSingleton(navigation);
        services.AddSingleton(provider => new Assets(provider.GetRequiredService<SiteFace>()));
        services.TryAddSingleton(TimeProvider.System);
        // The framework's own encoder turns every «á» into six characters.
        services.AddSingleton(Markup.Encoder);
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    public static IEndpointConventionBuilder MapAssets(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/assets/{hash}/{name}", [HttpMethods.Get, HttpMethods.Head],
            (HttpContext request, Assets assets, string hash, string name) => assets.SendAsync(request, hash, name)).AllowAnonymous();
}
