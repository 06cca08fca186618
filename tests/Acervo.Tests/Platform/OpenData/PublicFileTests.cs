using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Acervo.Tests.Platform.OpenData;

/// <summary>Public files: whole, in parts, and gone with what carried them.</summary>
public sealed class PublicFileTests(AppHost app) : IClassFixture<AppHost>
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 700_000).Select(i => (byte)(i * 31 >> 3))];

    private static string Path => $"/archivos/{Convert.ToHexStringLower(SHA256.HashData(Content))}/Anexo%20t%C3%A9cnico.pdf";

    [Fact]
    public async Task A_file_is_a_download_that_cannot_act_in_the_name_of_the_site()
    {
        await app.PublishAsync(1, "con-anexo", files: [("Anexo técnico.pdf", Content)]);
        using var visitor = app.CreateClient();
        using var response = await visitor.Http.GetAsync(Path, TestContext.Current.CancellationToken);
        Assert.Equal(Content, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, Path) { Headers = { IfNoneMatch = { response.Headers.ETag! } } };
        using var unchanged = await visitor.Http.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Theory]
    [InlineData(0, 99)]
    [InlineData(262_000, 262_300)]
    [InlineData(524_287, 524_288)]
    [InlineData(699_990, 699_999)]
    public async Task A_part_is_the_same_bytes_wherever_it_begins(int from, int to)
    {
        await app.PublishAsync(1, "con-anexo", files: [("Anexo técnico.pdf", Content)]);
        using var visitor = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, Path) { Headers = { Range = new RangeHeaderValue(from, to) } };
        using var response = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(Content[from..(to + 1)], await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_part_beyond_the_end_is_refused()
    {
        await app.PublishAsync(1, "con-anexo", files: [("Anexo técnico.pdf", Content)]);
        using var visitor = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, Path) { Headers = { Range = new RangeHeaderValue(900_000, 900_001) } };
        using var response = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, response.StatusCode);
    }

    [Fact]
    public async Task A_file_is_gone_with_what_carried_it()
    {
        byte[] only = [1, 2, 3, 4];
        await app.PublishAsync(2, "se-retira", files: [("nota.pdf", only)]);
        var path = $"/archivos/{Convert.ToHexStringLower(SHA256.HashData(only))}/nota.pdf";
        using var visitor = app.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await visitor.VisitAsync(path)).Status);
        await app.WithdrawAsync(2);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.VisitAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.VisitAsync($"/archivos/{new string('0', 64)}/nota.pdf")).Status);
    }

    [Fact]
    public async Task A_file_keeps_the_name_it_was_published_with_whatever_the_address_says()
    {
        byte[] bytes = [7, 7, 1];
        await app.PublishAsync(4, "con-guia", files: [("Guía.pdf", bytes)]);
        await app.PublishAsync(5, "con-copia", files: [("Copia.pdf", bytes)]);
        using var visitor = app.CreateClient();
        var path = $"/archivos/{Convert.ToHexStringLower(SHA256.HashData(bytes))}/";
        Assert.Equal("Guía.pdf", await NameOfAsync(visitor, path + "Gu%C3%ADa.pdf"));
        Assert.Equal("Copia.pdf", await NameOfAsync(visitor, path + "Copia.pdf"));
        Assert.Contains(await NameOfAsync(visitor, path + "factura-urgente.exe"), (string[])["Guía.pdf", "Copia.pdf"]);
    }

    [Fact]
    public async Task A_file_that_the_version_in_force_no_longer_carries_is_not_served()
    {
        byte[] dropped = [9, 9, 9];
        await app.PublishAsync(3, "cambia", files: [("viejo.pdf", dropped)]);
        await app.PublishAsync(3, "cambia");
        using var visitor = app.CreateClient();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.VisitAsync($"/archivos/{Convert.ToHexStringLower(SHA256.HashData(dropped))}/viejo.pdf")).Status);
    }

    private static async Task<string?> NameOfAsync(Visitor visitor, string path)
    {
        using var response = await visitor.Http.GetAsync(path, TestContext.Current.CancellationToken);
        return response.Content.Headers.ContentDisposition!.FileNameStar;
    }
}
