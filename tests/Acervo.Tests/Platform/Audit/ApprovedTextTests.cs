using Acervo.Platform.Data;
using Acervo.Platform.Publications;
using Acervo.Tests.Modules.Practices;
using Acervo.Tests.Platform.OpenData;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Platform.Audit;

/// <summary>What is about to be public is compared with what was approved, and nothing is signed that is not what was meant.</summary>
public sealed class ApprovedTextTests : IAsyncLifetime
{
    private AppHost app = null!;

    public async ValueTask InitializeAsync() => app = await AppHost.StartAsync(TrailSteps.ByHand);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_scheduled_text_that_is_not_the_approved_one_is_named_though_its_row_says_it_is()
    {
        var people = await ReviewCast.PeopleAsync(app);
        var practice = await app.ApprovedAsync(people.Author, people.Reviewer, "Compostaje en los colegios");
        var now = app.Clock.GetUtcNow().UtcDateTime;
        await app.ChangeAsync(practice.Id, (one, _) => one.Schedule(now.AddDays(2), people.Second.Id, now));
        var before = await app.VerifyTrailAsync();
        Assert.True(before.Intact, before.Sentence);
        await app.OwnerAsync("UPDATE app.dossiers SET summary = 'Un resumen que nadie aprobó.'");
        var hash = await HashAsync(practice.Id);
        await app.OwnerAsync($"UPDATE app.dossiers SET approved_hash = '{hash}'");
        const string Sentence = "«Compostaje en los colegios» espera su publicación con un texto que no es el que se aprobó";
        Assert.Contains(Sentence, (await app.VerifyTrailAsync()).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ficha_that_nobody_approved_is_named()
    {
        var people = await ReviewCast.PeopleAsync(app);
        var practice = await app.SubmittedAsync(people.Author, "Rutas escolares");
        var hash = await HashAsync(practice.Id);
        await app.OwnerAsync($"UPDATE app.dossiers SET stage = 'Approved', approved_by = {people.Reviewer.Id}, approved_hash = '{hash}'");
        var verdict = await app.VerifyTrailAsync();
        Assert.Contains("«Rutas escolares» está como aprobada sin que ningún acto firmado", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trigger_that_changes_a_text_on_its_way_in_stops_the_publication()
    {
        await app.OwnerAsync("""
            CREATE FUNCTION site.twist() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.html := 'otra cosa'; RETURN NEW; END $$;
            CREATE TRIGGER twist BEFORE INSERT ON site.publications FOR EACH ROW EXECUTE FUNCTION site.twist();
            """);
        await Assert.ThrowsAsync<RuleException>(() => app.PublishAsync(3, "torcida"));
    }

    [Fact]
    public async Task Every_column_that_is_kept_of_a_publication_is_signed()
    {
        await using var db = app.Db();
        foreach (var (table, row) in new[] { ("publications", "p"), ("relations", "r") })
        {
            var columns = await db.Database.SqlQuery<string>($"""
                SELECT column_name::text AS "Value" FROM information_schema.columns WHERE table_schema = 'site' AND table_name = {table}
                """).ToListAsync(TestContext.Current.CancellationToken);
            Assert.NotEmpty(columns);
            Assert.DoesNotContain(columns, column => !ServedText.Sql.Contains($"{row}.{column}", StringComparison.Ordinal));
        }
    }

    private async Task<string> HashAsync(int practice)
    {
        await using var db = app.Db();
        return (await db.Set<Acervo.Platform.Editorial.Dossier>().Include(one => one.Files).SingleAsync(one => one.Id == practice)).ContentHash;
    }
}
