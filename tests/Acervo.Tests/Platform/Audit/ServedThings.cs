using Acervo.Tests.Platform.OpenData;

namespace Acervo.Tests.Platform.Audit;

/// <summary>One host for many tests: two versions of a text with a file, another that adapts it, and the note of one that was withdrawn.</summary>
public sealed class ServedThings : IAsyncLifetime
{
    public AppHost App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await AppHost.StartAsync(TrailSteps.ByHand);
        await App.PublishAsync(1, "turnos-que-avisan", files: [("anexo.pdf", "%PDF-1.4 de mentira"u8.ToArray())]);
        await App.PublishAsync(1, "turnos-que-avisan", text: "Con una corrección.", files: [("anexo.pdf", "%PDF-1.4 de mentira"u8.ToArray())]);
        await App.PublishAsync(2, "se-retira", "Se retira");
        await App.PublishAsync(3, "se-adapta", "Se adapta", change: draft => draft with { Relations = [new("adapts", "practice", 1)] });
        await App.WithdrawAsync(2);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
