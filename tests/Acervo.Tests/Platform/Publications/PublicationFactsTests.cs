using System.Net;
using Acervo.Platform.Data;
using Acervo.Tests.Platform.Publications.Calls;

namespace Acervo.Tests.Platform.Publications;

/// <summary>What a module keeps of its publications stands and falls with them, in one act.</summary>
[Collection(CallSite.Name)]
public sealed class PublicationFactsTests(CallSite site)
{
    [Fact]
    public async Task It_is_written_when_something_is_published_replaced_and_withdrawn()
    {
        var item = CallSite.NewItem();
        await site.PublishAsync(item, "con-cupos");
        Assert.Equal(["1 en curso"], await StandsAsync(item));
        await site.PublishAsync(item, "con-cupos", text: "Se llama a quien quiera, otra vez.");
        Assert.Equal(["1 reemplazado", "2 en curso"], await StandsAsync(item));
        await site.WithdrawAsync(item);
        Assert.Equal(["1 retirado", "2 retirado"], await StandsAsync(item));
        await site.PublishAsync(item, "con-cupos");
        Assert.Equal(["1 retirado", "2 retirado", "3 en curso"], await StandsAsync(item));
    }

    [Fact]
    public async Task A_refusal_of_the_module_stops_the_publication_too()
    {
        var item = CallSite.NewItem();
        await site.PublishAsync(item, "se-queda-como-estaba");
        var refusal = await Assert.ThrowsAsync<RuleException>(() => site.PublishAsync(item, "se-queda-como-estaba", text: "Se llama sin cupos."));
        Assert.Equal("Diga cuántos cupos hay.", refusal.Message);
        Assert.Equal(["1 en curso"], await StandsAsync(item));
        using var visitor = site.App.CreateClient();
        var page = await visitor.EventuallyAsync("/llamados/se-queda-como-estaba", HttpStatusCode.OK);
        Assert.DoesNotContain("sin cupos", page.Body, StringComparison.Ordinal);
    }

    private Task<string[]> StandsAsync(int item) => site.AskAsync($"""
        SELECT p.version || ' ' || c.stands FROM site.calls c JOIN site.publications p USING (id) WHERE p.kind = 'call' AND p.item = {item} ORDER BY p.version
        """);
}
