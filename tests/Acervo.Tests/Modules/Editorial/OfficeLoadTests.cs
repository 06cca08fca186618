using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Acervo.Tests.Modules.Practices;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Acervo.Tests.Modules.Editorial;

/// <summary>
/// An office at work all at once, beside a transaction that has written thousands of deeds and stays open: nobody is refused and nothing is lost. With
/// <c>ACERVO_BARS=full</c>, as <c>bin/bench</c> runs it, there are 100 people for 40 seconds and 95 of 100 of each act take less than 100 ms.
/// </summary>
public sealed class OfficeLoadTests
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("ACERVO_BARS") == "full";

    /// <summary>Half of them write and half review and publish.</summary>
    private static readonly int Pairs = Full ? 50 : 4;

    private static readonly TimeSpan Term = TimeSpan.FromSeconds(Full ? 40 : 3);

    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> taken = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_works_at_once()
    {
        await using var app = await AppHost.StartAsync();
        var authors = await PeopleAsync(app, "Autora", Role.Contributor);
        var reviewers = await PeopleAsync(app, "Revisora", Role.Reviewer);
        List<Func<Func<bool>, Task>> days = [];
        List<Queue<int>> approved = [];
        for (var i = 0; i < Pairs; i++)
        {
            var draft = await app.SeedAsync(Ficha.Complete(authors[i], app.Clock.GetUtcNow().UtcDateTime, $"Borrador {i}"));
            var sent = await app.SubmittedAsync(authors[i], $"Enviada {i}");
            Queue<int> mine = new([(await app.ApprovedAsync(authors[i], reviewers[(i + 1) % Pairs], $"Aprobada {Letters(i)}")).Id]);
            approved.Add(mine);
            var (writer, decider) = (await app.SignInAsync(authors[i]), await app.SignInAsync(reviewers[i]));
            days.Add(goesOn => WriteAsync(writer, draft.Id, goesOn));
            days.Add(goesOn => DecideAsync(decider, sent.Id, mine, goesOn));
        }

        // Through all of it before, so that what is measured is not the compiler.
        await WorkAsync(days, TimeSpan.FromSeconds(Full ? 20 : 0));
        taken.Clear();
        for (var i = 0; i < Pairs * (Full ? 4 : 1); i++)
        {
            approved[i % Pairs].Enqueue((await app.ApprovedAsync(authors[i % Pairs], reviewers[(i + 1) % Pairs], $"Por publicar {Letters(i)}")).Id);
        }

        await using var connection = new NpgsqlConnection(app.Connections.App);
        await connection.OpenAsync(Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        Deed[] deeds = [.. Enumerable.Range(0, Full ? 5000 : 500).Select(n => new Deed("test.done", $"thing/{n}", 1, "detalle"))];
        await app.Services.GetRequiredService<DeedWriter>().WriteAsync(connection, deeds, Cancel);
        await WorkAsync(days, Term);
        await transaction.CommitAsync(Cancel);

        var late = Tell();
        Assert.True(!Full || late.Count == 0, string.Join("; ", late));
    }

    /// <summary>Names that differ by more than a number wait for no address of each other.</summary>
    private static string Letters(int number) => string.Concat($"{number}".Select(digit => (char)('a' + digit - '0')));

    private static async Task<List<Person>> PeopleAsync(AppHost app, string name, Role role)
    {
        var people = Enumerable.Range(0, Pairs).Select(n => Cast.Somebody($"{name} {n}", $"{role}.{n}@example.gov.co", Cast.Habitat, role)).ToList();
        await app.SeedAsync(people[0], [.. people.Skip(1)]);
        return people;
    }

    private static Task WorkAsync(IEnumerable<Func<Func<bool>, Task>> days, TimeSpan term)
    {
        var began = Stopwatch.GetTimestamp();
        return Task.WhenAll(days.Select(day => BeginAsync(day, () => Stopwatch.GetElapsedTime(began) < term)).ToList());
    }

    /// <summary>Nobody begins in step with all others: whoever comes is anywhere in a round of five acts.</summary>
    private static async Task BeginAsync(Func<Func<bool>, Task> day, Func<bool> goesOn)
    {
        if (Full)
        {
            await Task.Delay(Random.Shared.Next(5000), Cancel);
        }

        await day(goesOn);
    }

    /// <summary>Looks at the inbox and goes on writing, an act a second, faster than people do.</summary>
    private async Task WriteAsync(Visitor author, int draft, Func<bool> goesOn)
    {
        do
        {
            await RestAsync(goesOn);
            await TakeAsync("inbox", () => author.VisitAsync("/inicio"));
            await RestAsync(goesOn);
            var page = await TakeAsync("section, opened", () => author.VisitAsync($"/fichas/{draft}/seccion/3"));
            var text = $"Alcance escrito a las {TimeProvider.System.GetTimestamp()}.";
            await RestAsync(goesOn);
            await TakeAsync("section, saved", () => author.SendFormAsync($"/fichas/{draft}/seccion/3", page, ("scope", text)), moves: true);
        }
        while (goesOn());
    }

    /// <summary>Looks at what waits, reads one that was sent, and publishes what another approved.</summary>
    private async Task DecideAsync(Visitor reviewer, int sent, Queue<int> approved, Func<bool> goesOn)
    {
        do
        {
            await RestAsync(goesOn);
            await TakeAsync("queue", () => reviewer.VisitAsync("/revision"));
            await RestAsync(goesOn);
            await TakeAsync("review page", () => reviewer.VisitAsync($"/revision/{sent}"));
            await RestAsync(goesOn);
            if (approved.TryDequeue(out var next))
            {
                var page = await TakeAsync("publish, opened", () => reviewer.VisitAsync($"/fichas/{next}/publicar"));
                await RestAsync(goesOn);
                await TakeAsync("publish", () => reviewer.SendFormAsync($"/fichas/{next}/publicar", page), moves: true);
            }
        }
        while (goesOn());
    }

    private static Task RestAsync(Func<bool> goesOn) => goesOn() ? Task.Delay(700 + Random.Shared.Next(600), Cancel) : Task.CompletedTask;

    private async Task<Answer> TakeAsync(string act, Func<Task<Answer>> what, bool moves = false)
    {
        var at = Stopwatch.GetTimestamp();
        var answer = await what();
        taken.GetOrAdd(act, _ => []).Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
        Assert.True((int)answer.Status is 200 or 302 or 303 && (answer.Location is not null) == moves, $"{act}: {answer.Status} {answer.Location}");
        return answer;
    }

    /// <summary>A row of the table for each act; returns those that are late.</summary>
    private List<string> Tell()
    {
        List<string> late = [];
        foreach (var (act, times) in taken.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            double[] sorted = [.. times.Order()];
            var p95 = sorted[(int)(sorted.Length * 0.95)];
            TestContext.Current.SendDiagnosticMessage(string.Create(
                CultureInfo.InvariantCulture, $"| {act} | {sorted.Length} | {sorted[sorted.Length / 2]:0} ms | {p95:0} ms | {sorted[^1]:0} ms |"));
            if (p95 >= 100) { late.Add(string.Create(CultureInfo.InvariantCulture, $"{act}: p95 {p95:0} ms")); }
        }

        return late;
    }
}
