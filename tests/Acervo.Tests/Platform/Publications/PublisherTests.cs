using System.Net;
using Acervo.Platform.Files;
using Acervo.Platform.Publications;
using Acervo.Tests.Platform.OpenData;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Platform.Publications;

/// <summary>Addresses follow titles and old ones lead on; files may be stored before the act that publishes them.</summary>
public sealed class PublisherTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task A_changed_title_takes_a_new_address_and_every_older_one_leads_there()
    {
        using var visitor = app.CreateClient();
        Assert.Equal("cartas-claras", await PublishAsync(201, "Cartas claras"));
        Assert.Equal("cartas-claras", await PublishAsync(201, "¡Cartas claras!"));
        Assert.Equal("cartas-breves", await PublishAsync(201, "Cartas breves"));
        Assert.Equal("cartas-breves-y-claras", await PublishAsync(201, "Cartas breves y claras"));

        foreach (var (old, now) in new[] { ("cartas-claras", ""), ("cartas-breves", ""), ("cartas-claras", "/v1") })
        {
            var answer = await visitor.EventuallyAsync($"/practicas/{old}{now}", one => one.Status == HttpStatusCode.MovedPermanently);
            Assert.Equal($"/practicas/cartas-breves-y-claras{now}", answer.Location);
        }

        Assert.Equal(HttpStatusCode.OK, (await visitor.VisitAsync("/practicas/cartas-breves-y-claras/v1")).Status);
    }

    [Fact]
    public async Task An_address_may_be_taken_up_again_by_whom_it_belonged_to_and_by_nobody_else()
    {
        using var visitor = app.CreateClient();
        await PublishAsync(202, "Buzón de ideas");
        await PublishAsync(202, "Buzón de propuestas");
        Assert.Equal("buzon-de-ideas-2", await PublishAsync(203, "Buzón de ideas"));
        Assert.Equal("buzon-de-ideas", await PublishAsync(202, "Buzón de ideas"));

        Assert.Equal(HttpStatusCode.OK, (await visitor.EventuallyAsync("/practicas/buzon-de-ideas", one => one.Status == HttpStatusCode.OK)).Status);
        Assert.Equal("/practicas/buzon-de-ideas", (await visitor.VisitAsync("/practicas/buzon-de-propuestas")).Location);
    }

    [Fact]
    public async Task Files_stored_beforehand_are_public_only_once_they_are_published()
    {
        byte[] bytes = [.. Guid.NewGuid().ToByteArray()];
        var file = new PublicFile("anexo.pdf", new FileContent(bytes, "application/pdf"));
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Publisher>().PrepareAsync([file], TestContext.Current.CancellationToken);
        using var visitor = app.CreateClient();
        var path = $"/archivos/{file.Sha256}/anexo.pdf";
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.VisitAsync(path)).Status);
        await app.PublishAsync(204, "con-anexo-listo", files: [("anexo.pdf", bytes)]);
        Assert.Equal(HttpStatusCode.OK, (await visitor.VisitAsync(path)).Status);
    }

    private async Task<string> PublishAsync(int item, string title)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var slug = await scope.ServiceProvider.GetRequiredService<Publisher>().SlugForAsync("practice", item, title, TestContext.Current.CancellationToken);
        await app.PublishAsync(item, slug, title);
        return slug;
    }
}
