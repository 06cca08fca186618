using System.Net;
using Acervo.Modules.Practices;
using Acervo.Platform.Accounts;
using Acervo.Tests.Modules.Practices;
using Acervo.Tests.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Rights;

/// <summary>
/// Who may do what, over every address there is. The tables are kept as files: an address that is added, or opened to somebody, shows in
/// the difference and must be accepted by a person.
/// </summary>
public sealed class AccessTests(AppHost app) : IClassFixture<AppHost>, IAsyncLifetime
{
    private readonly List<(string Name, Visitor Visitor)> people = [];
    private Practice ficha = null!;
    private Practice published = null!;

    public async ValueTask InitializeAsync()
    {
        var (author, reviewer, second) = (await NewAsync("Lucía", Cast.Habitat, Role.Contributor), await NewAsync("Mateo", Cast.Habitat, null), await NewAsync("Inés", Cast.Habitat, Role.Reviewer));
        var elsewhere = await NewAsync("Otra entidad", Cast.Movilidad, null);
        await GrantAsync(reviewer, Role.Reviewer, Cast.Habitat);
        await GrantAsync(elsewhere, Role.Reviewer, Cast.Movilidad);
        // Letters are counted from one as well: without these, whether a letter has the number of the ficha depended on which test ran first.
        await app.SubmittedAsync(author);
        await app.SubmittedAsync(author);
        ficha = await app.SubmittedAsync(author);
        published = await app.PublishedAsync(author, reviewer, second, $"Publicada {Guid.NewGuid():N}");
        people.Add(("visitor", app.CreateClient()));
        await AddAsync("stranger", await NewAsync("Nelson", Cast.Movilidad, Role.Contributor));
        await AddAsync("elsewhere", elsewhere);
        await AddAsync("author", author);
        await AddAsync("reviewer", reviewer);
        await AddAsync("liaison", await NewAsync("Dalia", Cast.Habitat, Role.Liaison));
        await AddAsync("admin", await NewAsync("Ramiro", Cast.Habitat, Role.Administrator));
    }

    public ValueTask DisposeAsync()
    {
        people.ForEach(person => person.Visitor.Dispose());
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_address_answers_each_person_as_the_table_says()
    {
        var table = Table(ficha.Id);
        var addresses = table.Readable();

        var text = await AccessTable.WriteAsync(addresses, people, (visitor, path) => visitor.VisitAsync(path));

        Assert.DoesNotContain("| 5", text, StringComparison.Ordinal);
        Snapshot.Matches("Rights/read.txt", text);
    }

    [Fact]
    public async Task Every_act_refuses_each_person_whom_the_table_refuses_and_changes_nothing()
    {
        var before = await StandingAsync();
        var addresses = await Table(ficha.Id).ActingAsync();
        addresses = [.. addresses.Where(address => address.Pattern.Contains("{id", StringComparison.Ordinal) || address.Pattern.StartsWith("/admin", StringComparison.Ordinal) || address.Pattern.StartsWith("/revision", StringComparison.Ordinal))];
        var without = people.Where(person => person.Name is "visitor" or "stranger" or "elsewhere" or "liaison").ToList();

        var text = await AccessTable.WriteAsync(addresses, without, PostAsync);

        Assert.DoesNotContain("| 5", text, StringComparison.Ordinal);
        Assert.DoesNotContain("| 2", text, StringComparison.Ordinal);
        Assert.DoesNotContain("| go", text, StringComparison.Ordinal);
        Snapshot.Matches("Rights/act.txt", text);
        Assert.Equal(before, await StandingAsync());
    }

    [Fact]
    public async Task No_act_of_a_page_works_without_its_token()
    {
        var before = await StandingAsync();
        foreach (var (pattern, path) in await Table(ficha.Id).ActingAsync())
        {
            foreach (var (name, visitor) in people)
            {
                var answer = await visitor.PostAsync(path, []);
                Assert.False((int)answer.Status is >= 200 and < 300 && !pattern.Contains("csp", StringComparison.Ordinal), $"{name} {pattern}: {answer.Status}");
                Assert.True((int)answer.Status < 500, $"{name} {pattern}: {answer.Status}");
            }
        }

        Assert.Equal(before, await StandingAsync());
    }

    private AccessTable Table(int id) => new(app, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["id"] = $"{id}",
        ["number"] = "1",
        ["file"] = "1",
        ["remark"] = "1",
        ["field"] = "scope",
        ["slug"] = published.Slug,
        ["version"] = "v1",
        ["kind"] = "practice",
        ["token"] = "no-es-un-token",
        ["code"] = "ods",
        ["sha256"] = new string('0', 64),
        ["sha"] = new string('0', 64),
        ["dataset"] = "practicas",
        ["format"] = "csv",
    });

    private static async Task<Answer> PostAsync(Visitor visitor, string path)
    {
        var form = (await visitor.VisitAsync("/inicio")).Page.QuerySelector("input[name=__RequestVerificationToken]") ?? (await visitor.VisitAsync("/entrar")).Page.QuerySelector("input[name=__RequestVerificationToken]")!;
        return await visitor.PostAsync(path, [KeyValuePair.Create("__RequestVerificationToken", form.GetAttribute("value")!), KeyValuePair.Create("reason", "Un motivo bastante largo para el acto.")]);
    }

    /// <summary>Where both fichas stand, to the last save.</summary>
    private async Task<string> StandingAsync()
    {
        await using var db = app.Db();
        var ids = new[] { ficha.Id, published.Id };
        var rows = await db.Set<Practice>().AsNoTracking().Where(practice => ids.Contains(practice.Id)).OrderBy(practice => practice.Id).ToListAsync();
        return string.Join('\n', rows.Select(row => $"{row.Id} {row.Revision} {row.Editorial.Stage}"));
    }

    private async Task AddAsync(string name, Person person) => people.Add((name, await app.SignInAsync(person)));

    private async Task<Person> NewAsync(string name, int unit, Role? role) =>
        await app.SeedAsync(Cast.Somebody(name, $"{Guid.NewGuid():N}@example.gov.co", unit, role is null ? [] : [role.Value]));

    private async Task GrantAsync(Person person, Role role, int unit)
    {
        await using var db = app.Db();
        (await db.FindAsync<Person>(person.Id))!.Grant(role, unit, by: null);
        await db.SaveChangesAsync();
    }
}
