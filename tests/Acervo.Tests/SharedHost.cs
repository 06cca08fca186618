namespace Acervo.Tests;

/// <summary>A host with settings of its own that all tests of one class share: starting one takes longer than most tests.</summary>
public abstract class SharedHost(params (string Key, string? Value)[] settings) : IAsyncLifetime
{
    public AppHost App { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => App = await AppHost.StartAsync(settings);

    public virtual async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
