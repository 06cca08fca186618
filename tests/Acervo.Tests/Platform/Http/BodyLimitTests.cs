using System.Net;
using System.Text;
using Acervo.Platform.Accounts;
using Acervo.Platform.Http.Bodies;
using Acervo.Tests.Modules.Practices;
using Acervo.Tests.Rights;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Platform.Http;

/// <summary>Nobody fills the memory of the site with what they send: each address takes what it needs, and says no before it reads more.</summary>
public sealed class BodyLimitTests(AppHost app) : IClassFixture<AppHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_address_takes_an_ordinary_form_or_says_that_it_takes_more()
    {
        List<string> larger = [];
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var takes = TakesAttribute.Of(endpoint);
            var path = $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}";
            Assert.True(takes.File > 0 || takes.Bytes <= 2 * TakesAttribute.Form, $"{path} takes {takes.Bytes} bytes into memory");
            // A message of anybody may be longer than it is taken, so that it comes back with the reason.
            var most = path.EndsWith("/escribir", StringComparison.Ordinal) || path.EndsWith("/aplicar", StringComparison.Ordinal)
                ? 4 * TakesAttribute.OpenForm : TakesAttribute.OpenForm;
            Assert.True(endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null || takes.Bytes <= most,
                $"{path} takes {takes.Bytes} bytes of anybody");
            if (takes.Bytes > TakesAttribute.Form)
            {
                larger.Add(path);
            }
        }

        Assert.Equal(["/admin/catalogos/{code}/importar", "/admin/personas/importar", "/admin/sitio/marca", "/fichas/nueva", "/fichas/{id:int}/archivos",
            "/fichas/{id:int}/seccion/{number:int}"],
            larger.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_says_it_is_too_long_is_refused_before_it_comes_at_every_address()
    {
        await using var scene = await Scene.SetAsync(app);
        foreach (var (pattern, path) in await scene.Addresses.ActingAsync())
        {
            foreach (var name in new[] { "author", "admin" })
            {
                var status = await RawRequest.PostHeadAsync(app.Address, path, 400L * 1024 * 1024, $"acervo={scene.As(name).Cookie("acervo")}");
                Assert.True(status is 413 or 302 or 403 or 404, $"{name} {pattern}: {status}");
            }
        }

        foreach (var path in new[] { "/entrar", "/clave/olvidada", "/fichas/nueva", "/no/existe" })
        {
            var status = await RawRequest.PostHeadAsync(app.Address, path, 400L * 1024 * 1024, null);
            Assert.True(status is 413 or 302, $"{path}: {status}");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_anybody_sends_in_excess_is_refused_with_a_sentence(bool chunked)
    {
        using var visitor = app.CreateClient();
        var answer = await SendAsync(visitor, "/entrar", "Email=" + new string('x', 40_000), chunked);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Contains("16 KB", answer.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Vuelva atrás", answer.Text("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_of_somebody_at_work_is_refused_with_the_limit_of_its_page(bool chunked)
    {
        using var visitor = await app.SignInAsync(await app.SeedAsync(Somebody()));
        var answer = await SendAsync(visitor, "/fichas/escribir", "kind=" + new string('x', 1_500_000), chunked);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Contains("más de 1 MB", answer.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_over_the_limit_brings_its_page_back_with_the_reason_beside_the_field()
    {
        using var visitor = await app.SignInAsync(await app.SeedAsync(Somebody()));
        var answer = await visitor.UploadAsync(new byte[53 * 1024 * 1024], "grande.pdf");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Contains("más de 50 MB", answer.Text(".field-error"), StringComparison.Ordinal);
        Assert.NotNull(answer.Page.QuerySelector("input[type=file][name=file]"));
    }

    [Theory]
    [InlineData("x; filename=\"a\"")]
    [InlineData("x")]
    public async Task A_form_of_a_thousand_parts_is_refused(string part)
    {
        using var visitor = await app.SignInAsync(await app.SeedAsync(Somebody()));
        var body = string.Concat(Enumerable.Repeat($"--x\r\nContent-Disposition: form-data; name={part}\r\n\r\n\r\n", 1100)) + "--x--\r\n";
        using var content = new StringContent(body, Encoding.ASCII);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        using var response = await visitor.Http.PostAsync("/fichas/escribir", content, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static async Task<Answer> SendAsync(Visitor visitor, string path, string form, bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post,
            path)
        { Content = new StringContent(form, Encoding.ASCII, "application/x-www-form-urlencoded") };
        request.Headers.TransferEncodingChunked = chunked;
        var response = await visitor.Http.SendAsync(request, Cancel);
        return new Answer(response, await response.Content.ReadAsStringAsync(Cancel));
    }

    private static Person Somebody() => Cast.Somebody("Lucía Barragán", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Contributor);
}
