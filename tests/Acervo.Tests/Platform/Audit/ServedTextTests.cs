namespace Acervo.Tests.Platform.Audit;

/// <summary>What is served is compared with what was signed: each difference is found and named.</summary>
public sealed class ServedTextTests(ServedThings things) : IClassFixture<ServedThings>
{
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
        "UPDATE site.relations SET to_item = 7",
        "«Se adapta», versión 1: lo que se sirve no es lo que se publicó")]
    [InlineData("UPDATE site.relations SET in_force = false", "«Se adapta», versión 1: lo que se sirve no es lo que se publicó")]
    [InlineData("DELETE FROM site.relations", "«Se adapta», versión 1: lo que se sirve no es lo que se publicó")]
    [InlineData("UPDATE site.publications SET is_by_one = true WHERE version = 2", "lo que se sirve no es lo que se publicó")]
    [InlineData("UPDATE site.publications SET used_at = now() WHERE version = 2", "lo que se sirve no es lo que se publicó")]
    [InlineData("UPDATE site.publications SET look_at = now(), doubt_at = now() + interval '9 years'", "lo que se sirve no es lo que se publicó")]
    [InlineData("UPDATE site.publications SET closes_at = now(), language = 'en' WHERE version = 2", "lo que se sirve no es lo que se publicó")]
    [InlineData(
        "DO $$ BEGIN EXECUTE 'CREATE OR REPLACE VIEW site.related AS ' || replace(pg_get_viewdef('site.related'), ' r.note,', " +
        "' ''otra nota''::text AS note,'); END $$",
        "«Se adapta»: lo que muestra el sitio no es lo que guarda la base de datos")]
    [InlineData(
        "DO $$ BEGIN EXECUTE 'CREATE OR REPLACE VIEW site.relation_counts AS ' || replace(pg_get_viewdef('site.relation_counts'), " +
        "'count(*))::integer AS count', '7 + count(*))::integer AS count'); END $$",
        "«Turnos que avisan»: lo que muestra el sitio no es lo que guarda la base de datos")]
    [InlineData("UPDATE site.file_chunks SET bytes = 'otro contenido'", "El archivo público «anexo.pdf» no tiene el contenido que dice su huella")]
    [InlineData("DELETE FROM site.file_chunks", "El archivo público «anexo.pdf» no tiene el contenido que dice su huella")]
    [InlineData("UPDATE site.attachments SET name = 'otro.pdf'", "lo que se sirve no es lo que se publicó")]
    [InlineData(
        "DO $$ BEGIN EXECUTE 'CREATE OR REPLACE VIEW site.shown AS ' || replace(pg_get_viewdef('site.shown'), ' p.html,', " +
        "' p.html || ''<p>Otra cosa.</p>''::text AS html,'); END $$",
        "«Turnos que avisan»: lo que muestra el sitio no es lo que guarda la base de datos")]
    [InlineData(
        "DO $$ BEGIN EXECUTE 'CREATE OR REPLACE VIEW site.standing AS ' || replace(pg_get_viewdef('site.standing'), 'p.withdrawn_at IS NULL', 'true'); END $$",
        "«Se retira»: lo que muestra el sitio no es lo que guarda la base de datos")]
    [InlineData(
        "DO $$ BEGIN EXECUTE 'CREATE OR REPLACE VIEW site.carried_chunks AS ' || replace(pg_get_viewdef('site.carried_chunks'), ' c.bytes', " +
        "' ''otra cosa''::bytea AS bytes'); END $$",
        "lo que muestra el sitio no es lo que guarda la base de datos")]
    public async Task What_is_served_and_was_not_published_is_named(string sql, string sentence)
    {
        var before = await things.App.VerifyTrailAsync();
        Assert.True(before.Intact, before.Sentence);
        Assert.Contains(sentence, string.Join('\n', (await things.App.AttemptAsync(sql)).Faults), StringComparison.Ordinal);
    }
}
