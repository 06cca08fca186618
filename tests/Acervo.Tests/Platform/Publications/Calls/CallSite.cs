using Acervo.Platform.Publications;
using Acervo.Tests.Platform.OpenData;
using Npgsql;

namespace Acervo.Tests.Platform.Publications.Calls;

/// <summary>One site with calls that all tests about them share, each with items of its own.</summary>
public sealed class CallSite : IAsyncLifetime
{
    public const string Name = "calls";

    private static int last = 1000;

    public AppHost App { get; private set; } = null!;

    public NpgsqlDataSource Owner { get; private set; } = null!;

    public static int NewItem() => Interlocked.Increment(ref last);

    public async ValueTask InitializeAsync()
    {
        App = await AppHost.StartAsync(new CallModule());
        Owner = NpgsqlDataSource.Create(App.Connections.Owner);
        await RunAsync(CallFacts.Schema);
    }

    public async ValueTask DisposeAsync()
    {
        await Owner.DisposeAsync();
        await App.DisposeAsync();
    }

    public Task PublishAsync(int item, string slug, Func<PublicationDraft, PublicationDraft>? change = null, string text = "Se llama a quien quiera.") =>
        App.PublishAsync(item, slug, $"Llamado {slug}", text, CallModule.Kind, facets: [], change: change);

    public Task WithdrawAsync(int item) => App.WithdrawAsync(item, kind: CallModule.Kind);

    public async Task RunAsync(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first column of what a question finds, as text.</summary>
    public async Task<string[]> AskAsync(string sql)
    {
        await using var query = Owner.CreateCommand(sql);
        await using var rows = await query.ExecuteReaderAsync();
        List<string> found = [];
        while (await rows.ReadAsync())
        {
            found.Add($"{rows.GetValue(0)}");
        }

        return [.. found];
    }
}
