using Acervo.Ui;
using Microsoft.AspNetCore.Http;

namespace Acervo.Tests.Ui;

/// <summary>What every first visit fetches stays small, is kept for ever, and never serves the wrong content under a known name.</summary>
public sealed class AssetsTests
{
    private readonly Assets assets = new(new SiteIdentity());

    [Fact]
    public void The_style_sheet_travels_in_twelve_kilobytes() =>
        Assert.InRange(assets.Files.Single(file => file.Name == "acervo.css").Transferred, 1, 12_000);

    [Fact]
    public void All_scripts_together_travel_in_twelve_kilobytes_and_the_first_in_two()
    {
        Assert.InRange(assets.Files.Where(file => file.Name.EndsWith(".js", StringComparison.Ordinal)).Sum(file => file.Transferred), 1, 12_000);
        Assert.InRange(assets.Files.Single(file => file.Name == "acervo.js").Transferred, 1, 2_000);
    }

    [Fact]
    public async Task The_current_hash_is_kept_for_ever_and_another_is_not()
    {
        var file = assets.Files.Single(file => file.Name == "acervo.css");

        Assert.Contains("immutable", (await Get(file.Hash, file.Name)).Headers.CacheControl.ToString(), StringComparison.Ordinal);
        Assert.Equal("no-cache", (await Get("000000000000", file.Name)).Headers.CacheControl.ToString());
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("", "")]
    public async Task The_browser_gets_the_encoding_it_asks_for(string accepted, string encoding) =>
        Assert.Equal(encoding, (await Get("x", "acervo.js", accepted)).Headers.ContentEncoding.ToString());

    [Fact]
    public async Task An_unknown_name_is_not_found() => Assert.Equal(404, (await Get("x", "secreto.txt")).StatusCode);

    [Fact]
    public void Scripts_share_one_hash_so_that_they_find_one_another() =>
        Assert.Single(assets.Files.Where(file => file.Name.EndsWith(".js", StringComparison.Ordinal)).Select(file => file.Hash)
        .Distinct(StringComparer.Ordinal));

    [Fact]
    public void An_icon_that_was_never_drawn_is_an_error() => Assert.Throws<ArgumentException>(() => assets.Icon("unicornio"));

    private async Task<HttpResponse> Get(string hash, string name, string accepted = "br")
    {
        var request = new DefaultHttpContext();
        request.Request.Method = HttpMethods.Get;
        request.Request.Headers.AcceptEncoding = accepted;
        await assets.SendAsync(request, hash, name);
        return request.Response;
    }
}
