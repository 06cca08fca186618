using System.Diagnostics;
using Acervo.Platform.Search;
using Acervo.Tests.Platform.OpenData;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Acervo.Tests.Platform.Search;

/// <summary>
/// What the search keeps in memory is renewed while everybody goes on asking, by what changed or by looking what is there. With
/// <c>ACERVO_BARS=full</c> there are 300,000 publications and either takes less than 300 ms.
/// </summary>
public sealed class RebuildTests(AppHost app) : IClassFixture<AppHost>
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("ACERVO_BARS") == "full";

    private static readonly int Size = Full ? 300_000 : 3000;

    private static readonly TimeSpan Bar = TimeSpan.FromMilliseconds(300);

    /// <summary>An answer that finds the processors at work is late, and does not wait for the end of it.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_kept_is_renewed_in_a_moment_and_nobody_waits_for_it()
    {
        var index = app.Services.GetRequiredService<SiteIndex>();
        await index.RefreshAsync(null, Cancel);
        var before = (await index.CurrentAsync(Cancel)).Rows.Length;
        await SowAsync();
        await index.RefreshAsync(null, Cancel);
        Assert.Equal(before + Size, (await index.CurrentAsync(Cancel)).Rows.Length);
        using var visitor = app.CreateClient();
        await visitor.VisitAsync("/lecciones?anio=2001&pagina=1");

        using var done = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var asking = AskAsync(visitor, done.Token);
        List<TimeSpan> named = [], looked = [];
        for (var turn = 1; turn <= 6; turn++)
        {
            await app.PublishAsync(turn, $"una-{turn}", kind: "practice", facets: [new("anio", "2040", "2040")]);
            var id = await LastAsync();
            // The site hears of it by itself; what is measured comes after that and waits for nobody.
            await HeardAsync(index, id);
            named.Add(await TimedAsync(() => index.RefreshAsync([id], Cancel)));
            looked.Add(await TimedAsync(() => index.RefreshAsync(null, Cancel)));
            Assert.Equal(before + Size + turn, (await index.CurrentAsync(Cancel)).Rows.Length);
        }

        await done.CancelAsync();
        var (answers, longest) = await asking;
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{Size} rows: named {Told(named)}, looked {Told(looked)}; {answers} answers meanwhile, the longest {longest.TotalMilliseconds:0} ms.");
        Assert.True(answers > 0);
        if (Full)
        {
            Assert.True(Middle(named) < Bar, $"Named changes: {Told(named)}");
            Assert.True(Middle(looked) < Bar, $"Looking what is there: {Told(looked)}");
            Assert.True(longest < Longest, $"Somebody waited {longest}.");
        }
    }

    [Fact]
    public async Task Looking_what_is_there_finds_what_came_what_went_and_what_was_put_to_use()
    {
        var index = app.Services.GetRequiredService<SiteIndex>();
        await app.PublishAsync(9001, "usada", kind: "practice");
        var first = await LastAsync();
        await app.PublishAsync(9002, "se-va", kind: "practice");
        var gone = await LastAsync();
        await index.RefreshAsync([first, gone], Cancel);
        await app.PublishAsync(9003, "la-adapta", kind: "practice", change: draft => draft with { Relations = [new("adapts", "practice", 9001)] });
        var last = await LastAsync();
        await app.WithdrawAsync(9002);

        await index.RefreshAsync(null, Cancel);

        var site = await index.CurrentAsync(Cancel);
        Assert.Equal((1, -1), (site.ReuseOf(first), site.SlotOf(gone)));
        Assert.True(site.SlotOf(last) >= 0 && site.SlotOf(last) < site.SlotOf(first));
    }

    /// <summary>Questions that no other asked, so that none is answered from memory.</summary>
    private static async Task<(int Answers, TimeSpan Longest)> AskAsync(Visitor visitor, CancellationToken until)
    {
        var (answers, longest) = (0, TimeSpan.Zero);
        while (!until.IsCancellationRequested)
        {
            var took = await TimedAsync(() => visitor.Http.GetAsync($"/api/v1/publications?kind=lesson&anio={2000 + (answers % 20)}&page={(answers / 20) + 1}",
                CancellationToken.None));
            (answers, longest) = (answers + 1, took > longest ? took : longest);
        }

        return (answers, longest);
    }

    private static async Task<TimeSpan> TimedAsync(Func<Task> act)
    {
        var began = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(began);
    }

    private static string Told(List<TimeSpan> times) =>
        $"{Middle(times).TotalMilliseconds:0} ms ({times.Min().TotalMilliseconds:0} to {times.Max().TotalMilliseconds:0})";

    private static TimeSpan Middle(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);

    private static async Task HeardAsync(SiteIndex index, long id)
    {
        while ((await index.CurrentAsync(Cancel)).SlotOf(id) < 0)
        {
            await Task.Delay(20, Cancel);
        }
    }

    /// <summary>Rows as they would have been published, without their indexes of words, which nobody asks for here.</summary>
    private async Task SowAsync()
    {
        await RunAsync($"""
        SET session_replication_role = replica;
        INSERT INTO site.publications
            (kind, item, version, slug, state, title, summary, organisation, body, sha256, html, plain, facets, published_at, first_at)
        SELECT 'lesson', n, 1, 'sembrada-' || n, 'current', 'Sembrada ' || n, '', 'Entidad', '', '', '', '',
            jsonb_build_array(
                jsonb_build_object('group', 'anio', 'code', (2000 + n % 20)::text, 'label', (2000 + n % 20)::text),
                jsonb_build_object('group', 'entidad', 'code', 'e' || n % 90, 'label', 'Entidad ' || n % 90),
                jsonb_build_object('group', 'politica', 'code', 'p' || n % 19, 'label', 'Política ' || n % 19)),
            now() - make_interval(secs => n), now() - make_interval(secs => n)
        FROM generate_series(1, {Size}) n;
        """);
        await RunAsync("VACUUM ANALYZE site.publications");
    }

    private async Task<long> LastAsync()
    {
        await using var owner = NpgsqlDataSource.Create(app.Connections.Owner);
        await using var query = owner.CreateCommand("SELECT max(id) FROM site.publications");
        return (long)(await query.ExecuteScalarAsync(Cancel))!;
    }

    private async Task RunAsync(string sql)
    {
        await using var owner = NpgsqlDataSource.Create(app.Connections.Owner);
        await using var command = owner.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
