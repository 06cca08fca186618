namespace Acervo.Tests.Platform.Audit;

/// <summary>One host for many tests, with acts in its chain and a checkpoint of it. What a test alters is taken back.</summary>
public sealed class WrittenTrail : IAsyncLifetime
{
    public const int Rows = 20;

    public AppHost App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await StartAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>The same for a test that leaves something behind.</summary>
    public static async Task<AppHost> StartAsync()
    {
        var app = await AppHost.StartAsync(TrailSteps.ByHand);
        await app.ActAsync(Rows);
        await app.SealAsync();
        await app.CheckpointAsync();
        return app;
    }
}
