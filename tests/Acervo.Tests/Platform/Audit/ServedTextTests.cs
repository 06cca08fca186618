using Acervo.Platform.Audit;
using Acervo.Platform.Data;
using Acervo.Platform.Publications;
using Acervo.Tests.Modules.Practices;
using Acervo.Tests.Platform.OpenData;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Platform.Audit;

/// <summary>What is served, or about to be, is compared with what was signed: each difference is found and named.</summary>
public sealed class ServedTextTests : IAsyncLifetime
{
    private AppHost app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await AppHost.StartAsync(TrailSteps.ByHand);
        await app.PublishAsync(1, "turnos-que-avisan", files: [("anexo.pdf", "%PDF-1.4 de mentira"u8.ToArray())]);
        await app.PublishAsync(1, "turnos-que-avisan", text: "Con una corrección.", files: [("anexo.pdf", "%PDF-1.4 de mentira"u8.ToArray())]);
        await app.PublishAsync(2, "se-retira", "Se retira");
        await app.WithdrawAsync(2);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData(
        "UPDATE site.publications SET html = html || '<p>Otra cosa.</p>' WHERE version = 2",
        "«Turnos que avisan», versión 2: lo que se sirve no es lo que se publicó")]
    [InlineData(
        "UPDATE site.publications SET html = '' WHERE version = 1 AND item = 1",
        "«Turnos que avisan», versión 1: lo que se sirve no es lo que se publicó")]
    [InlineData("UPDATE site.publications SET summary = 'Otro resumen' WHERE version = 2", "lo que se sirve no es lo que se publicó")]
    [InlineData("UPDATE site.publications SET facts = '<dl></dl>', contents = 'x', plain = 'x' WHERE version = 2", "lo que se sirve no es lo que se publicó")]
    [InlineData("UPDATE site.publications SET body = 'x', sha256 = encode(sha256('x'), 'hex') WHERE version = 2", "lo que se sirve no es lo que se publicó")]
    [InlineData("UPDATE site.publications SET facets = '[]' WHERE version = 2", "lo que se sirve no es lo que se publicó")]
    [InlineData("UPDATE site.publications SET published_at = published_at - interval '1 day' WHERE version = 2", "lo que se sirve no es lo que se publicó")]
    [InlineData(
        "UPDATE site.publications SET state = 'current' WHERE state = 'withdrawn'",
        "«Se retira», versión 1: está como vigente y el último acto firmado la dejó como retirada")]
    [InlineData("UPDATE site.publications SET withdrawn_reason = 'Otro motivo' WHERE state = 'withdrawn'", "lo que se sirve no es lo que se publicó")]
    [InlineData("DELETE FROM site.publications WHERE version = 2", "Falta la publicación 2, que un acto firmado publicó")]
    [InlineData(
        "INSERT INTO site.publications SELECT 99, kind, 99, 1, 'inventada', 'current', 'Inventada', summary, organisation, body, sha256, html, " +
        "facts, contents, plain, facets, change_note, published_at, first_at FROM site.publications WHERE version = 2",
        "«Inventada», versión 1: está en el sitio sin que ningún acto firmado la haya publicado")]
    [InlineData(
        "UPDATE site.publications SET reuse_count = 7 WHERE version = 2",
        "«Turnos que avisan»: el número de adaptaciones que se muestra no es el de las publicadas")]
    [InlineData("UPDATE site.file_chunks SET bytes = 'otro contenido'", "El archivo público «anexo.pdf» no tiene el contenido que dice su huella")]
    [InlineData("DELETE FROM site.file_chunks", "El archivo público «anexo.pdf» no tiene el contenido que dice su huella")]
    [InlineData("UPDATE site.attachments SET name = 'otro.pdf'", "lo que se sirve no es lo que se publicó")]
    public async Task What_is_served_and_was_not_published_is_named(string sql, string sentence)
    {
        var before = await app.VerifyTrailAsync();
        Assert.True(before.Intact, before.Sentence);
        await app.OwnerAsync(sql);
        Assert.Contains(sentence, string.Join('\n', (await app.VerifyTrailAsync()).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scheduled_text_that_is_not_the_approved_one_is_named_though_its_row_says_it_is()
    {
        var people = await ReviewCast.PeopleAsync(app);
        var practice = await app.ApprovedAsync(people.Author, people.Reviewer, "Compostaje en los colegios");
        var now = app.Clock.GetUtcNow().UtcDateTime;
        await app.ChangeAsync(practice.Id, (one, _) => one.Schedule(now.AddDays(2), people.Second.Id, now));
        var before = await app.VerifyTrailAsync();
        Assert.True(before.Intact, before.Sentence);
        await app.OwnerAsync("UPDATE app.practices SET summary = 'Un resumen que nadie aprobó.'");
        var hash = await HashAsync(practice.Id);
        await app.OwnerAsync($"UPDATE app.practices SET approved_hash = '{hash}'");
        const string Sentence = "«Compostaje en los colegios» espera su publicación con un texto que no es el que se aprobó";
        Assert.Contains(Sentence, (await app.VerifyTrailAsync()).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ficha_that_nobody_approved_is_named()
    {
        var people = await ReviewCast.PeopleAsync(app);
        var practice = await app.SubmittedAsync(people.Author, "Rutas escolares");
        var hash = await HashAsync(practice.Id);
        await app.OwnerAsync($"UPDATE app.practices SET stage = 'Approved', approved_by = {people.Reviewer.Id}, approved_hash = '{hash}'");
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
        var columns = await db.Database.SqlQuery<string>($"""
            SELECT column_name::text AS "Value" FROM information_schema.columns WHERE table_schema = 'site' AND table_name = 'publications'
            """).ToListAsync(TestContext.Current.CancellationToken);
        // The count is worked out anew.
        Assert.Equal(["reuse_count"], columns.Where(column => !ServedText.Sql.Contains($"p.{column}", StringComparison.Ordinal)).Order());
    }

    private async Task<string> HashAsync(int practice)
    {
        await using var db = app.Db();
        return (await db.Set<Acervo.Modules.Practices.Practice>().Include(one => one.Files).SingleAsync(one => one.Id == practice)).ContentHash;
    }
}
