using Acervo.Platform.Data;
using Acervo.Platform.Publications;
using Acervo.Tests.Platform.OpenData;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Acervo.Tests.Platform.Search;

/// <summary>The words that the search proposes are those of what is in force, and counting them keeps nobody who publishes waiting.</summary>
public sealed class WordCountTests : IAsyncLifetime
{
    private AppHost app = null!;
    private Visitor visitor = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app = await AppHost.StartAsync();
        visitor = app.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_publishes_and_withdraws_while_another_publication_of_the_same_words_is_not_over()
    {
        await app.PublishAsync(1, "turnos-que-avisan", text: "Las zarigüeyas del humedal.");
        await EventuallyAsync("zarig", isKnown: true);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var open = await db.Database.BeginTransactionAsync(Cancel);
        var draft = new PublicationDraft("practice", 7, "sigue-abierta", "Sigue abierta", "Las zarigüeyas del humedal.")
        {
            Organisation = "Secretaría de Ejemplo",
            Body = "{}",
            Html = "<p></p>",
            Plain = "Las zarigüeyas del humedal.",
            Facets = [],
        };
        await scope.ServiceProvider.GetRequiredService<Publisher>().PublishAsync(draft, app.Clock.GetUtcNow().UtcDateTime, Cancel);

        await app.PublishAsync(2, "otra-mas", "Otra más", "Las zarigüeyas del humedal.").WaitAsync(TimeSpan.FromSeconds(60), Cancel);
        await app.PublishAsync(1, "turnos-que-avisan", text: "Sin ellas.").WaitAsync(TimeSpan.FromSeconds(60), Cancel);
        await app.WithdrawAsync(2).WaitAsync(TimeSpan.FromSeconds(60), Cancel);
        await EventuallyAsync("zarig", isKnown: false);
        await open.CommitAsync(Cancel);
        await EventuallyAsync("zarig", isKnown: true);
    }

    [Fact]
    public async Task A_withdrawal_takes_the_words_of_earlier_versions_that_still_wait_to_be_counted_off()
    {
        await app.PublishAsync(1, "turnos-que-avisan", text: "Las zarigüeyas del humedal.");
        await EventuallyAsync("zarig", isKnown: true);
        await using var source = NpgsqlDataSource.Create(app.Connections.Owner);
        await using var counting = await source.OpenConnectionAsync(Cancel);
        await using (var busy = new NpgsqlCommand("SELECT pg_advisory_lock(4202000050)", counting))
        {
            await busy.ExecuteNonQueryAsync(Cancel);
        }

        await app.PublishAsync(1, "turnos-que-avisan", text: "Las zarigüeyas vuelven.");
        await app.WithdrawAsync(1);

        await using var left = source.CreateCommand("SELECT count(*) FROM site.words WHERE word = 'zarigüeyas' AND docs > 0");
        Assert.Equal(0L, await left.ExecuteScalarAsync(Cancel));
    }

    [Fact]
    public async Task Whatever_was_published_in_whichever_order_the_counts_are_those_of_what_is_in_force()
    {
        for (var item = 1; item <= 6; item++)
        {
            await app.PublishAsync(item, $"cosa-{item}", $"Cosa {item}", "Un texto sobre humedales.");
            await app.PublishAsync(item, $"cosa-{item}", $"Cosa {item}", item % 2 == 0 ? "Un texto sobre páramos." : "Un texto sobre humedales.");
            if (item % 3 == 0)
            {
                await app.WithdrawAsync(item);
            }
        }

        await using var source = NpgsqlDataSource.Create(app.Connections.Owner);
        await using var count = source.CreateCommand("SELECT site.count_words()");
        await count.ExecuteNonQueryAsync(Cancel);
        await using var wrong = source.CreateCommand("""
            SELECT string_agg(coalesce(w.word, t.word) || ' ' || coalesce(w.docs, 0) || ' ' || coalesce(t.docs, 0), ', ')
            FROM site.words w FULL JOIN
                (SELECT x.word, count(*) AS docs FROM site.publications p, site.words_of(p) x WHERE p.state = 'current' GROUP BY x.word) t USING (word)
            WHERE w.docs IS DISTINCT FROM t.docs
            """);
        Assert.Equal(DBNull.Value, await wrong.ExecuteScalarAsync(Cancel));
    }

    private async Task EventuallyAsync(string typed, bool isKnown)
    {
        var last = await visitor.EventuallyAsync($"/buscar/sugerencias?q={typed}",
            answer => answer.Body.Contains("zarigüeyas", StringComparison.OrdinalIgnoreCase) == isKnown);
        Assert.Equal(isKnown, last.Body.Contains("zarigüeyas", StringComparison.OrdinalIgnoreCase));
    }
}
