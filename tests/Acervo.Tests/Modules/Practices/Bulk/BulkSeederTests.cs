using System.Text.Json;
using Acervo.Modules.Practices.Bulk;
using Acervo.Platform.Publications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Practices.Bulk;

/// <summary>Practices by the thousand, looked at one by one.</summary>
public sealed class BulkSeederTests
{
    [Fact]
    public async Task Sown_practices_are_published_found_and_the_same_each_time()
    {
        await using var app = await AppHost.StartAsync();
        await using var other = await AppHost.StartAsync();
        await SowAsync(app);
        await SowAsync(other);

        await using var db = app.Db();
        await using var twin = other.Db();
        var published = await db.Publications.OrderBy(p => p.Item).Select(p => p.Sha256).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(250, published.Count);
        Assert.Equal(published, await twin.Publications.OrderBy(p => p.Item).Select(p => p.Sha256).ToListAsync(TestContext.Current.CancellationToken));

        using var visitor = app.CreateClient();
        var common = await visitor.EventuallyAsync($"/api/v1/publications?q={Vocabulary.Common}", answer => Total(answer) > 0);
        Assert.Equal(250 * 2008 / 10_000, Total(common));
        Assert.Equal(1, Total(await visitor.VisitAsync($"/api/v1/publications?q={Vocabulary.Rare(17)}")));
        var page = await visitor.VisitAsync(JsonDocument.Parse(common.Body).RootElement.GetProperty("items")[0].GetProperty("url").GetString()!);
        Assert.Contains("Dependencia responsable", page.Text("aside"), StringComparison.Ordinal);
    }

    private static async Task SowAsync(AppHost app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<BulkSeeder>().SowAsync(250, 7, new Progress<BulkProgress>(), TestContext.Current.CancellationToken);
    }

    private static int Total(Answer answer) => JsonDocument.Parse(answer.Body).RootElement.GetProperty("total").GetInt32();
}
