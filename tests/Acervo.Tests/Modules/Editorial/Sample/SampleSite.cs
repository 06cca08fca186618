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
}
