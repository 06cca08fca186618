using System.Diagnostics;
using System.Text.RegularExpressions;
using Acervo.Modules.Practices.Demo;
using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Acervo.Platform.Editorial;
using Acervo.Platform.Forms;
using Acervo.Platform.Publications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Acervo.Tests.Modules.Practices.Demo;

/// <summary>The demonstration: loaded once, safe to load again, with every state to look at and nothing private in public.</summary>
public sealed partial class DemoCommandTests(AppHost app) : IClassFixture<AppHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_loads_every_state_once_and_keeps_its_secrets()
    {
        var (code, first) = await RunAsync();
        Assert.True(code == 0, first);
        var passwords = OneTime().Matches(first).Select(match => match.Value).ToList();
        Assert.Equal(DemoPerson.All.Count, passwords.Distinct().Count());

        await EveryStateIsThereAsync();
        await NothingPrivateIsPublicAsync();
        await TheFirstPasswordOpensOnlyItsReplacementAsync(first);

        var before = await CountsAsync();
        (code, var second) = await RunAsync();
        Assert.Equal((0, 0), (code, OneTime().Count(second)));
        Assert.Contains("ya existen", second, StringComparison.Ordinal);
        Assert.Equal(before, await CountsAsync());

        (code, var empty) = await RunAsync("--if-empty");
        Assert.Equal((0, true), (code, empty.Contains("no se cargó nada", StringComparison.Ordinal)));

        (code, var reset) = await RunAsync("--reset-passwords");
        var renewed = OneTime().Matches(reset).Select(match => match.Value).ToList();
        Assert.Equal((0, DemoPerson.All.Count), (code, renewed.Count));
        Assert.Empty(renewed.Intersect(passwords));
        Assert.True((await app.Services.GetRequiredService<AuditVerifier>().VerifyAsync(cancel: Cancel)).Intact);
    }

    private async Task EveryStateIsThereAsync()
    {
        await using var db = app.Db();
        var practices = await db.DossiersOf().AsNoTracking().ToListAsync(Cancel);
        Assert.Equal(Enum.GetValues<Stage>().ToHashSet(), practices.Select(practice => practice.Editorial.Stage).ToHashSet());
        Assert.Contains(practices, practice => practice.Editorial is { Stage: Stage.InReview, ReviewerId: null });
        Assert.Contains(practices, practice => practice.Editorial is { Stage: Stage.InReview, ReviewerId: not null });
        Assert.Contains(practices, practice => practice.PublishedVersion == 2 && practice.ChangeNote.Length > 0);
        Assert.Single(practices, practice => practice.Editorial.NeedsConfirmation);
        Assert.All(practices.Where(practice => practice.PublishedVersion > 0), practice => Assert.NotEqual(practice.AuthorId, practice.Editorial.ApprovedBy));
        var open = practices.Single(practice => practice.Editorial.Stage == Stage.ChangesRequested);
        var remarks = await db.Remarks.Where(remark => remark.Subject == open.Subject).ToListAsync(Cancel);
        Assert.Contains(remarks, remark => remark.ParentId is null);
        Assert.Contains(remarks, remark => remark.ParentId is not null);
        Assert.True(practices.All(practice => practice.CreatedAt < app.Clock.GetUtcNow().UtcDateTime));
        Assert.True(await db.Publications.CountAsync(publication => publication.LapsedAt != null, Cancel) == 1);
        var now = app.Clock.GetUtcNow().UtcDateTime;
        Assert.True(await db.Publications.AnyAsync(publication => publication.UsedAt != null && publication.DoubtAt > now, Cancel));
        Assert.True(await db.Publications.AnyAsync(
            publication => publication.State == PublicationState.Current && publication.LapsedAt == null && publication.DoubtAt < now, Cancel));
    }

    private async Task NothingPrivateIsPublicAsync()
    {
        var secrets = SampleShelf.Fichas().SelectMany(sample => FormCatalogue.Default.Find(sample.Format, sample.Version)!.Questions
            .Where(question => question.Type is QuestionType.Phones or QuestionType.Emails).SelectMany(question => sample.Answers.List(question.Key)))
            .Concat(DemoPerson.All.Select(person => person.Email)).Distinct().ToList();
        Assert.True(secrets.Count > 10);
        await using var source = NpgsqlDataSource.Create(app.Connections.Owner);
        List<string> tables = [];
        await using (var query = source.CreateCommand("SELECT quote_ident(table_name) FROM information_schema.tables WHERE table_schema = 'site' AND "
            + "table_type = 'BASE TABLE'"))
        await using (var rows = await query.ExecuteReaderAsync(Cancel))
        {
            while (await rows.ReadAsync(Cancel))
            {
                tables.Add(rows.GetString(0));
            }
        }

        Assert.Contains("publications", tables);
        foreach (var table in tables)
        {
            await using var query = source.CreateCommand($"SELECT coalesce(string_agg(t::text, ' '), '') FROM site.{table} t");
            var text = (string)(await query.ExecuteScalarAsync(Cancel))!;
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
        }
    }

    private async Task TheFirstPasswordOpensOnlyItsReplacementAsync(string output)
    {
        using var visitor = app.CreateClient();
        var author = DemoPerson.All[0];
        var password = OneTime().Match(output[output.IndexOf(author.Email, StringComparison.Ordinal)..]).Value;
        await visitor.PostFormAsync("/entrar", ("Email", author.Email), ("Password", password));
        Assert.Equal("/cuenta/clave", (await visitor.VisitAsync("/fichas")).Location);
    }

    private async Task<(int Practices, int Publications, int People, int Remarks)> CountsAsync()
    {
        await using var db = app.Db();
        return (await db.DossiersOf().CountAsync(Cancel), await db.Publications.CountAsync(Cancel), await db.People.CountAsync(Cancel),
            await db.Remarks.CountAsync(Cancel));
    }

    private async Task<(int Code, string Output)> RunAsync(params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Acervo.dll"), "seed", "demo", .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["Database__Primary"] = app.Connections.Owner;
        start.Environment["Database__DataFolder"] = app.Folder.Root;
        start.Environment["Logging__LogLevel__Default"] = "Error";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Cancel), process.StandardError.ReadToEndAsync(Cancel));
        await process.WaitForExitAsync(Cancel);
        return (process.ExitCode, await output + await error);
    }

    [GeneratedRegex(@"\b[a-z2-9]{4}(?:-[a-z2-9]{4}){3}\b", RegexOptions.None, 1000)]
    private static partial Regex OneTime();
}
