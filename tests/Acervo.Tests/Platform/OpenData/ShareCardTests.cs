using System.Net;
using Acervo.Platform.OpenData;

namespace Acervo.Tests.Platform.OpenData;

/// <summary>The picture that goes with a link: of this publication, of the asked size, gone with its withdrawal.</summary>
public sealed class ShareCardTests(AppHost app) : IClassFixture<AppHost>
{
    private const string Long = "Ruta de acompañamiento para que las juntas de acción comunal, las huertas y los comedores de ocho localidades "
        + "midan, reduzcan y cuenten en público los residuos que dejan de enviar al relleno sanitario cada mes del año";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_names_its_picture_title_and_kind_and_the_picture_is_there()
    {
        Assert.SkipUnless(ShareCards.AreAvailable, "There is no Chromium.");
        await app.PublishAsync(301, "con-tarjeta", "Turnos <b>que</b> «avisan» & más");
        using var visitor = app.CreateClient();
        var page = await visitor.EventuallyAsync("/practicas/con-tarjeta", HttpStatusCode.OK);
        Assert.Equal(("Turnos <b>que</b> «avisan» & más", "article", "summary_large_image", "1200", "630"),
            (Meta(page, "og:title"), Meta(page, "og:type"), Meta(page, "twitter:card"), Meta(page, "og:image:width"), Meta(page, "og:image:height")));
        Assert.Equal("Resumen de Turnos <b>que</b> «avisan» & más.", Meta(page, "og:description"));
        var image = new Uri(Meta(page, "og:image"));
        Assert.StartsWith("/practicas/con-tarjeta.png?v=", image.PathAndQuery, StringComparison.Ordinal);

        using var answer = await visitor.Http.GetAsync(image.PathAndQuery, Cancel);
        Assert.Equal((HttpStatusCode.OK, "image/png"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal((1200, 630), SizeOf(await answer.Content.ReadAsByteArrayAsync(Cancel)));
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        using var again = new HttpRequestMessage(HttpMethod.Get, image.PathAndQuery) { Headers = { { "If-None-Match", answer.Headers.ETag!.ToString() } } };
        Assert.Equal(HttpStatusCode.NotModified, (await visitor.Http.SendAsync(again, Cancel)).StatusCode);
    }

    [Fact]
    public async Task Another_title_is_another_address_and_what_was_withdrawn_has_none()
    {
        Assert.SkipUnless(ShareCards.AreAvailable, "There is no Chromium.");
        await app.PublishAsync(302, "cambia", "Cambia");
        using var visitor = app.CreateClient();
        var before = Meta(await visitor.EventuallyAsync("/practicas/cambia", HttpStatusCode.OK), "og:image");
        await app.PublishAsync(302, "cambia", Long);
        var after = Meta(await visitor.EventuallyAsync("/practicas/cambia", one => Meta(one, "og:image") != before), "og:image");
        Assert.NotEqual(before, after);
        using var drawn = await visitor.Http.GetAsync(new Uri(after).PathAndQuery, Cancel);
        Assert.Equal((1200, 630), SizeOf(await drawn.Content.ReadAsByteArrayAsync(Cancel)));

        await app.WithdrawAsync(302);
        var gone = await visitor.EventuallyAsync("/practicas/cambia.png", HttpStatusCode.Gone);
        Assert.Equal(HttpStatusCode.Gone, gone.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.VisitAsync("/practicas/nunca-existio.png")).Status);
    }

    private static string Meta(Answer page, string name) =>
        page.Page.QuerySelector($"meta[property='{name}'], meta[name='{name}']")?.GetAttribute("content") ?? "";

    /// <summary>As the head of a PNG says.</summary>
    private static (int Width, int Height) SizeOf(byte[] png) => (Read(png, 16), Read(png, 20));

    private static int Read(byte[] png, int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
}
