using Acervo.Platform.Editorial;
using Acervo.Tests.HouseRules;
using Acervo.Tests.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Rights;

/// <summary>
/// Who may do what, over every address there is. The tables are kept as files: an address that is added, or opened to somebody, shows in
/// the difference and must be accepted by a person.
/// </summary>
public sealed class AccessTests(Stage stage) : IClassFixture<Stage>
{
    /// <summary>Addresses whose answer is that there is nothing.</summary>
    private static readonly string[] Nowhere = ["/api/{**rest}", "/error/{code:int?}", "/entrar/externo", "/salir/externo"];

    [Fact]
    public async Task Every_address_answers_each_person_as_the_table_says()
    {
        var text = await AccessTable.WriteAsync(stage.Scene.Addresses.Readable(), stage.Scene.People, (visitor, path) => visitor.VisitAsync(path));

        Assert.DoesNotContain("| 5", text, StringComparison.Ordinal);
        Snapshot.Matches("Rights/read.txt", text);

        // An example that leads to nothing for everybody proves nothing about who may see it.
        Assert.DoesNotContain(text.Split('\n').Skip(1),
            line => line.Length > 0 && line.Split('|')[1..].All(cell => cell.Trim() == "404") && !Nowhere.Contains(line.Split('|')[0].Trim()));
    }

    [Fact]
    public async Task Every_act_refuses_each_person_whom_the_table_refuses_and_changes_nothing()
    {
        var before = await StandingAsync();
        var addresses = await stage.Scene.Addresses.ActingAsync();
        addresses = [.. addresses.Where(address => address.Pattern.Contains("{id", StringComparison.Ordinal)
            || address.Pattern.StartsWith("/admin", StringComparison.Ordinal) || address.Pattern.StartsWith("/revision", StringComparison.Ordinal))];
        var without = stage.Scene.People.Where(person => person.Name is "visitor" or "stranger" or "elsewhere" or "sibling" or "below" or "liaison").ToList();

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
        foreach (var (pattern, path) in await stage.Scene.Addresses.ActingAsync())
        {
            foreach (var (name, visitor) in stage.Scene.People)
            {
                var answer = await visitor.PostAsync(path, []);
                Assert.False((int)answer.Status is >= 200 and < 300 && !pattern.Contains("csp", StringComparison.Ordinal),
                    $"{name} {pattern}: {answer.Status}");
                Assert.True((int)answer.Status < 500, $"{name} {pattern}: {answer.Status}");
            }
        }

        Assert.Equal(before, await StandingAsync());
    }

    [Fact]
    public async Task What_is_typed_in_any_form_when_the_session_ends_comes_back_and_secrets_do_not()
    {
        var ended = new EndedSessions(stage.Scene);
        await ended.TryAsync();

        SourceTree.None(ended.Wrong);
        Assert.True(ended.Tried.Distinct().Count() >= 12, $"Only these pages ask for words: {string.Join(", ", ended.Tried)}");
        Assert.Contains("/admin/personas/invitar", ended.Tried);
        Assert.Contains("/fichas/{id:int}/seccion/{number:int}", ended.Tried);
    }

    private static async Task<Answer> PostAsync(Visitor visitor, string path)
    {
        var form = (await visitor.VisitAsync("/inicio")).Page.QuerySelector("input[name=__RequestVerificationToken]")
            ?? (await visitor.VisitAsync("/entrar")).Page.QuerySelector("input[name=__RequestVerificationToken]")!;
        return await visitor.PostAsync(path,
            [KeyValuePair.Create("__RequestVerificationToken", form.GetAttribute("value")!),
            KeyValuePair.Create("reason", "Un motivo bastante largo para el acto.")]);
    }

    /// <summary>Where every ficha stands, to the last save.</summary>
    private async Task<string> StandingAsync()
    {
        await using var db = stage.App.Db();
        var rows = await db.Set<Dossier>().AsNoTracking().OrderBy(practice => practice.Id).ToListAsync();
        return string.Join('\n', rows.Select(row => $"{row.Id} {row.Revision} {row.Editorial.Stage}"));
    }
}
