using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Acervo.Tests.Platform.Http;

/// <summary>What every answer carries, over every address there is: whether it may be kept, and what a browser may do with it.</summary>
public sealed class EveryAnswerTests(EveryAddress all) : IClassFixture<EveryAddress>
{
    [Fact]
    public async Task Every_address_answers_everybody_with_the_headers_and_keeps_nothing_of_a_person()
    {
        List<string> wrong = [];
        var (read, acts) = (all.Table.Readable(), await all.Table.ActingAsync());
        Assert.True(read.Count > 80 && acts.Count > 40, $"Only {read.Count} and {acts.Count} addresses were found.");
        foreach (var (name, client) in all.People)
        {
            foreach (var (method, (pattern, path)) in read.SelectMany(address => new[] { (HttpMethod.Get, address), (HttpMethod.Head, address) })
                .Concat(acts.Select(address => (HttpMethod.Post, address))))
            {
                using var request = new HttpRequestMessage(method, path);
                using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
                wrong.AddRange(Faults(response, isPerson: name != "visitor", pattern)
                    .Select(fault => $"{name} {method} {path} {(int)response.StatusCode}: {fault}"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(40)));
    }

    [Fact]
    public async Task Errors_carry_them_too()
    {
        // What some pages ask is not there: they fail, whoever asks.
        await using var broken = new EveryAddress();
        await broken.InitializeAsync();
        await BreakAsync(broken.App);
        (HttpMethod Method, string Path, HttpStatusCode Status)[] errors =
        [
            (HttpMethod.Get, "/practicas/nunca", HttpStatusCode.InternalServerError),
            (HttpMethod.Get, "/practicas/nunca.json", HttpStatusCode.InternalServerError),
            (HttpMethod.Get, "/api/v1/publications/practice/nunca", HttpStatusCode.InternalServerError),
            (HttpMethod.Get, "/no-existe", HttpStatusCode.NotFound),
            (HttpMethod.Get, "/assets/000/no-existe.css", HttpStatusCode.NotFound), (HttpMethod.Get, "/api/nada", HttpStatusCode.NotFound),
            (HttpMethod.Delete, "/", HttpStatusCode.MethodNotAllowed),
            (HttpMethod.Post, "/entrar", HttpStatusCode.BadRequest),
        ];
        foreach (var (name, client) in broken.People)
        {
            foreach (var (method, path, status) in errors)
            {
                using var request = new HttpRequestMessage(method, path);
                using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.Equal(status, response.StatusCode);
                Assert.Empty(Faults(response, name != "visitor", path));
            }
        }
    }

    [Theory]
    [InlineData("POST /entrar HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 99000000\r\n\r\n", 413)]
    [InlineData("POST /entrar HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 3\r\n\r\nabc", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: otro.example\r\n\r\n", 400)]
    [InlineData("PURGE / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 405)]
    public async Task What_the_framework_refuses_carries_them_too(string request, int status)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, all.App.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        var buffer = new byte[16 * 1024];
        var answer = "";
        while (!answer.Contains("\r\n\r\n", StringComparison.Ordinal)
            && await stream.ReadAsync(buffer, TestContext.Current.CancellationToken) is var read and > 0)
        {
            answer += Encoding.UTF8.GetString(buffer, 0, read);
        }

        Assert.StartsWith($"HTTP/1.1 {status}", answer, StringComparison.Ordinal);
        foreach (var header in new[] { "Content-Security-Policy: default-src", "X-Content-Type-Options: nosniff", "Strict-Transport-Security: max-age=",
            "Cache-Control: no-store" })
        {
            Assert.Contains(header, answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Cookies_behind_TLS_travel_encrypted_and_carry_a_name_nobody_else_can_set()
    {
        using var nobody = all.ClientOf(null);
        var form = await nobody.GetAsync("/entrar", TestContext.Current.CancellationToken);
        var page = new Answer(form, await form.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var antiforgery = Assert.Single(form.Headers.GetValues("Set-Cookie"));
        AreSafe([antiforgery]);
        Assert.StartsWith("__Host-formulario=", antiforgery, StringComparison.Ordinal);
        using var post = new HttpRequestMessage(HttpMethod.Post, "/entrar")
        {
            Content = new FormUrlEncodedContent(
            [
                KeyValuePair.Create("__RequestVerificationToken", page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
                .. page.Page.QuerySelectorAll("main form input[name]").Select(input => input.GetAttribute("name")!).Where(name => name[0] != '_')
                .Select(name => KeyValuePair.Create(name,
                name.Contains("lave", StringComparison.Ordinal) || name.Contains("ass", StringComparison.Ordinal) ? Cast.Passphrase
                : "lucia.barragan@example.gov.co")),
            ]),
            Headers = { { "Cookie", antiforgery.Split(';')[0] } },
        };
        using var entered = await nobody.SendAsync(post, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        var cookies = entered.Headers.GetValues("Set-Cookie").ToList();
        Assert.Contains(cookies, cookie => cookie.StartsWith("__Host-acervo=", StringComparison.Ordinal));
        AreSafe(cookies);
    }

    [Fact]
    public async Task Without_TLS_on_a_machine_of_ones_own_signing_in_works_as_well()
    {
        await using var local = await AppHost.StartAsync();
        using var visitor = local.CreateClient();
        await visitor.VisitAsync("/entrar");
        Assert.NotNull(visitor.Cookie("formulario"));
        Assert.False((await visitor.VisitAsync("/")).Response.Headers.Contains("Strict-Transport-Security"));
        using var person = await local.SignInAsync(await local.SeedAsync(Cast.Contributor()));
        Assert.Equal(HttpStatusCode.OK, (await person.VisitAsync("/inicio")).Status);
    }

    private static void AreSafe(IEnumerable<string> cookies) => Assert.All(cookies, cookie =>
    {
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/;", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    });

    private static IEnumerable<string> Faults(HttpResponseMessage response, bool isPerson, string pattern)
    {
        var control = response.Headers.CacheControl;
        var isProgram = pattern.StartsWith("/assets/", StringComparison.Ordinal) && response.IsSuccessStatusCode;
        if (isPerson && !isProgram && control is not { NoStore: true })
        {
            yield return $"may be kept: «{control}»";
        }

        if (!isProgram && control is not ({ NoStore: true } or { MustRevalidate: true, MaxAge.Ticks: 0 }))
        {
            yield return $"cannot be called back: «{control}»";
        }

        if (response.Headers.Contains("Set-Cookie") && control is not { NoStore: true })
        {
            yield return "gives a cookie and may be kept";
        }

        foreach (var (header, value) in new[] { ("Content-Security-Policy", "default-src"), ("X-Content-Type-Options", "nosniff"),
            ("Strict-Transport-Security", "max-age="), ("Referrer-Policy", "origin") })
        {
            if (!response.Headers.TryGetValues(header, out var values) || !values.Single().Contains(value, StringComparison.Ordinal))
            {
                yield return $"has no {header}";
            }
        }
    }

    private static async Task BreakAsync(AppHost app)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(app.Connections.Owner);
        await using var command = source.CreateCommand("ALTER TABLE site.old_slugs RENAME TO away");
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
