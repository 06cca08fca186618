using System.Reflection;
using Acervo.Modules.Practices.Bulk;
using Acervo.Modules.Practices.Demo;
using Acervo.Platform.Calendar;
using Acervo.Platform.Data;
using Acervo.Platform.Editorial.Publishing;
using Acervo.Platform.Forms;
using Acervo.Platform.Publications;
using Acervo.Platform.Search;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Acervo.Tests.Modules.Practices.Find;

/// <summary>
/// What people ask in their own words, and what must be among the first three: over all samples of the demonstration, alone and among sown practices.
/// The row that it writes is the one that <c>bin/bench</c> prints.
/// </summary>
public sealed class CitizenQuestionsTests(AppHost app) : IClassFixture<AppHost>
{
    private const double Bar = 0.95;

    private const int First = 3;

    private const int Sown = 300;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_fits_is_among_the_first_three_and_nothing_that_fits_is_missed()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var samples = await PublishAsync(scope.ServiceProvider);
        await using var owner = NpgsqlDataSource.Create(app.Connections.Owner);
        await using var count = owner.CreateCommand("SELECT site.count_words()");
        await count.ExecuteNonQueryAsync(Cancel);
        await AskAsync("the samples", samples);
        await scope.ServiceProvider.GetRequiredService<BulkSeeder>().SowAsync(Sown, 7, new Progress<BulkProgress>(), Cancel);
        await AskAsync($"the samples among {Sown} sown practices", samples);
    }

    [Fact]
    public void There_are_sixty_questions_and_no_two_alike()
    {
        var questions = Questions();
        Assert.True(questions.Count >= 60);
        Assert.Equal(questions.Count, questions.DistinctBy(one => one.Question).Count());
    }

    private async Task AskAsync(string where, Dictionary<string, int> samples)
    {
        await app.Services.GetRequiredService<SiteIndex>().RefreshAsync(null, Cancel);
        var searcher = app.Services.GetRequiredService<Searcher>();
        var (questions, missed, empty) = (Questions(), new List<string>(), 0);
        foreach (var (question, sample, sown) in questions)
        {
            var found = await searcher.SearchAsync(new SearchRequest(question, [], [], SearchSort.Relevance, 1), Cancel);
            empty += found.Total == 0 ? 1 : 0;
            if (!found.Hits.Take(First).Any(hit => hit.Slug == $"muestra-{sample}" || (sown.Length > 0 && hit.Slug.Contains(sown, StringComparison.Ordinal))))
            {
                missed.Add($"{question} → {sample} ({string.Join(' ', found.Hits.Take(First).Select(hit => hit.Slug))})");
            }
        }

        var share = 1 - ((double)missed.Count / questions.Count);
        TestContext.Current.TestOutputHelper!.WriteLine($"| {questions.Count} questions over {where} ({samples.Count}) | {share:P1} | {empty} |");
        missed.ForEach(TestContext.Current.TestOutputHelper.WriteLine);
        Assert.True(share >= Bar, string.Join("; ", missed));
        Assert.Equal(0, empty);
    }

    /// <summary>Every sample as it would be public, whatever became of it in the demonstration.</summary>
    private async Task<Dictionary<string, int>> PublishAsync(IServiceProvider services)
    {
        var (db, kinds) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<PublicationKinds>());
        Dictionary<string, int> numbers = [];
        foreach (var sample in SampleShelf.Fichas())
        {
            var (number, form) = (sample.Document[..2], FormCatalogue.Default.Find(sample.Format, sample.Version)!);
            var seen = DossierSnapshot.PublicAnswers(form, sample.Answers);
            var kind = kinds.All.Single(one => one.FormKind == form.Kind);
            var html = new DossierHtml(form, seen);
            var draft = new PublicationDraft(kind.Kind, 9000 + numbers.Count, $"muestra-{number}", sample.Answers.Text("title") ?? "", sample.Summary)
            {
                Organisation = "Secretaría de Ejemplo",
                Body = "{}",
                Html = html.Answers(),
                Facts = html.Facts(sample.FilledOn, "Secretaría de Ejemplo"),
                Plain = html.Plain(),
                Facets = [.. AnsweredFacets.Of(kind, form, seen)],
            };
            await using var act = await db.Database.BeginTransactionAsync(Cancel);
            await services.GetRequiredService<Publisher>().PublishAsync(draft, app.Clock.Now(), Cancel);
            await act.CommitAsync(Cancel);
            numbers[number] = numbers.Count;
        }

        return numbers;
    }

    private static List<(string Question, string Sample, string Sown)> Questions()
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream("Acervo.Tests.Modules.Practices.Find.questions.tsv")!;
        using var reader = new StreamReader(resource);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))
            .Select(one => (one[0], one[1], one[2].Trim()))];
    }
}
