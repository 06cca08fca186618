using Acervo.Platform.Accounts;
using Acervo.Tests.Modules.Practices;

namespace Acervo.Tests.Modules.Editorial.Sample;

/// <summary>One site with the second module, which the tests about it share one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class SampleSite : IAsyncLifetime, ICollectionFixture<SampleSite>
{
    public const string Name = "sample";

    public AppHost App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await AppHost.StartAsync(new SampleModule());

    public ValueTask DisposeAsync() => App.DisposeAsync();

    public async Task<Visitor> SignInAsync(Role role) =>
        await App.SignInAsync(await App.SeedAsync(Cast.Somebody($"Persona {role}", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, role)));

    /// <summary>The address of a draft of somebody.</summary>
    public static async Task<string> BeginAsync(Visitor author) =>
        (await author.PostFromAsync("/fichas/nueva", "/fichas/escribir", ("kind", SampleModule.Kind))).Location!.Replace("/seccion/1", "",
            StringComparison.Ordinal);

    /// <summary>Answers all that must be, so that it can be sent.</summary>
    public static async Task WriteAsync(Visitor author, string ficha, string title)
    {
        await author.PostFormAsync($"{ficha}/seccion/1", ("title", title), ("agreed", "Los locales guardan sus avisos a las siete."), ("places", "Chapinero"),
            ("runs.desde.dia", "1"), ("runs.desde.mes", "2"), ("runs.desde.anio", "2026"), ("runs.hasta.dia", "30"), ("runs.hasta.mes", "6"),
            ("runs.hasta.anio", "2027"), ("cost", "1.250.000"), ("cost.moneda", "COP"), ("state", "Vigente"));
        await author.PostFormAsync($"{ficha}/seccion/2", ("signed", "true"), ("speaker", "Marta Vocera"), ("given.0.who", "Junta de vecinos"),
            ("given.0.entity", "idiger"), ("given.0.worth", "2.000"), ("given.0.worth.moneda", "USD"), ("given.0.until.dia", "1"), ("given.0.until.mes", "7"),
            ("given.0.until.anio", "2027"), ("given.0.phone", "300 000 0012"));
        await author.PostFormAsync($"{ficha}/presentacion", ("summary", "Los andenes quedan libres a la hora de entrada del colegio."));
    }
}
