using Acervo.Platform.Data;
using Acervo.Platform.Publications;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Platform.Publications.Calls;

/// <summary>Keeps of each version of a call how many seats it has and how it stands; one without seats is refused.</summary>
internal sealed class CallFacts(AppDb db) : PublicationFacts
{
    /// <summary>A module would bring it as a file of its folder <c>Schema</c>.</summary>
    public const string Schema = """
        CREATE TABLE site.calls (id bigint PRIMARY KEY REFERENCES site.publications ON DELETE CASCADE, seats integer NOT NULL, stands text NOT NULL);
        """;

    public override async Task PublishedAsync(Publication version, PublicationDraft draft, CancellationToken cancel)
    {
        var seats = draft.Plain.Contains("sin cupos", StringComparison.Ordinal) ? throw new RuleException("Diga cuántos cupos hay.") : draft.Plain.Length;
        await db.Database.ExecuteSqlAsync($"INSERT INTO site.calls VALUES ({version.Id}, {seats}, 'en curso')", cancel);
    }

    public override Task SupersededAsync(Publication version, CancellationToken cancel) => SetAsync(version, "reemplazado", cancel);

    public override Task WithdrawnAsync(Publication version, CancellationToken cancel) => SetAsync(version, "retirado", cancel);

    private Task<int> SetAsync(Publication version, string stands, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"UPDATE site.calls SET stands = {stands} WHERE id = {version.Id}", cancel);
}
