using System.Net;
using System.Text;
using Acervo.Platform.Accounts;
using Acervo.Platform.Settings;
using Acervo.Tests.Modules.Practices;
using Acervo.Ui;

namespace Acervo.Tests.Modules.Admin;

/// <summary>The mark of an entity is drawn anew, shown on every page of every node, and can be taken away; its colour is judged while it is typed.</summary>
public sealed class SiteMarkTests : SharedHost
{
    private const string Page = "/admin/sitio/marca";

    private const string Hostile = """
        <?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="36px" height="36px" onload="alert(1)">
        <script>alert(2)</script><style>@import url(http://malo.example/a.css);</style>
        <foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onclick="alert(3)">x</body></foreignObject>
        <image xlink:href="http://malo.example/a.png"/><use href="http://malo.example/b.svg#c"/><a href="javascript:alert(4)"><path d="M0 0h9"/></a>
        <set attributeName="href" to="javascript:alert(5)"/><text>hola</text>
        <linearGradient id="cielo"><stop offset="0" stop-color="#123456" style="fill:url(http://malo.example/d)"/></linearGradient>
        <g transform="translate(1 1)"><rect class="x" width="30" height="30" fill="url(#cielo)"/><path fill="url(http://malo.example/e)" d="M1 1h9"/></g>
        </svg>
        """;

    public SiteMarkTests() : base(("Site:Phone", ""))
    {
    }

    [Fact]
    public async Task A_hostile_drawing_is_made_anew_of_what_only_draws_and_is_seen_on_every_node_until_it_is_taken_away()
    {
        using var admin = await SignInAsync(Cast.Administrator().Apart());
        using var visitor = App.CreateClient();
        var before = MarkOf(await visitor.VisitAsync("/"));

        Assert.Equal(Page, (await SendAsync(admin, Encoding.UTF8.GetBytes(Hostile), "marca.svg")).Location);

        var told = await admin.VisitAsync(Page);
        Assert.All(["script", "style", "foreignObject", "image", "use", "onload"], name => Assert.Contains(name, told.Text("main"), StringComparison.Ordinal));
        var after = MarkOf(await visitor.VisitAsync("/"));
        Assert.NotEqual(before, after);
        Assert.Equal(after, (await visitor.VisitAsync("/")).Page.QuerySelector("link[rel=icon]")!.GetAttribute("href"));
        var drawn = await visitor.Http.GetStringAsync(after, TestContext.Current.CancellationToken);
        Assert.All(["script", "style", "malo.example", "javascript", "alert", "href", "foreign", "image", "<text", "class", "DOCTYPE"],
            word => Assert.DoesNotContain(word, drawn, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("fill=\"url(#cielo)\"", drawn, StringComparison.Ordinal);
        Assert.Contains("viewBox=\"0 0 36 36\"", drawn, StringComparison.Ordinal);
        await admin.PostFormAsync("/admin/sitio", ("Form.Entity", "Alcaldía de Pruebas"));
        Assert.Equal(after, MarkOf(await visitor.VisitAsync("/")));

        await using var node = await App.JoinAsync();
        using var elsewhere = node.CreateClient();
        Assert.Equal(after, MarkOf(await elsewhere.EventuallyAsync("/", there => MarkOf(there) == after)));
        Assert.Equal(drawn, await elsewhere.Http.GetStringAsync(after, TestContext.Current.CancellationToken));

        Assert.Equal(Page, (await admin.PostFromAsync(Page, $"{Page}?handler=Remove")).Location);
        Assert.Equal(before, MarkOf(await visitor.VisitAsync("/")));
    }

    [Fact]
    public async Task A_picture_is_drawn_anew_and_nothing_of_its_file_comes_along()
    {
        using var admin = await SignInAsync(Cast.Administrator().Apart());
        Assert.Equal(Page, (await SendAsync(admin, Platform.Pictures.Png("CANARIO-MARCA"), "marca.png")).Location);
        using var visitor = App.CreateClient();
        var answer = await visitor.Http.GetAsync(MarkOf(await visitor.VisitAsync("/")), TestContext.Current.CancellationToken);
        Assert.Equal(SiteMark.Png, answer.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("CANARIO", Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)),
            StringComparison.Ordinal);
        await admin.PostFromAsync(Page, $"{Page}?handler=Remove");
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><text>hola</text></svg>", "no tiene figuras")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"3\" height=\"3\"/></svg>", "no dice de qué tamaño es")]
    [InlineData("<html><body>hola</body></html>", "no es un dibujo SVG")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><title>&a;</title></svg>", "no se puede leer")]
    [InlineData("esto no es nada", "no se puede leer")]
    [InlineData("", "Elija un archivo")]
    public async Task What_is_no_mark_is_refused_with_what_to_do(string file, string sentence)
    {
        using var admin = await SignInAsync(Cast.Administrator().Apart());
        Assert.Contains(sentence, (await SendAsync(admin, Encoding.UTF8.GetBytes(file), "marca.svg")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_drawing_too_deep_or_too_large_and_a_picture_of_too_many_dots_are_refused()
    {
        using var admin = await SignInAsync(Cast.Administrator().Apart());
        var deep = "<svg xmlns=\"http://www.w3.org/2000/svg\">" + string.Concat(Enumerable.Repeat("<g>", 5_000));
        Assert.Contains("demasiado complejo", (await SendAsync(admin, Encoding.UTF8.GetBytes(deep), "marca.svg")).Text("main"), StringComparison.Ordinal);
        var heavy = $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0{string.Concat(Enumerable.Repeat(" 1", 40_000))}\"/></svg>";
        Assert.Contains("y el máximo es", (await SendAsync(admin, Encoding.UTF8.GetBytes(heavy), "marca.svg")).Text("main"), StringComparison.Ordinal);
        var wide = Platform.Pictures.Png(SiteMarks.MostDots + 1, new byte[(SiteMarks.MostDots + 1) * 4]);
        Assert.Contains("puede medir hasta 512", (await SendAsync(admin, wide, "marca.png")).Text("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#f6c445", "Debe ser de 4,5:1 o más")]
    [InlineData("7a1f3d", "Se lee bien")]
    [InlineData("rojo", "[]")]
    public async Task The_colour_is_judged_while_it_is_typed_and_a_tone_that_will_do_is_offered(string typed, string sentence)
    {
        using var admin = await SignInAsync(Cast.Administrator().Apart());
        var box = (await admin.VisitAsync("/admin/sitio")).Page.QuerySelector("[name='Form.Accent']")!;
        var answer = await admin.Http.GetStringAsync($"{box.GetAttribute("data-suggest-url")}?q={Uri.EscapeDataString(typed)}",
            TestContext.Current.CancellationToken);
        Assert.Contains(sentence, System.Text.RegularExpressions.Regex.Unescape(answer), StringComparison.Ordinal);
        var offered = System.Text.Json.JsonDocument.Parse(answer).RootElement.EnumerateArray().Select(one => one.GetProperty("text").GetString()!).ToList();
        Assert.All(offered.Skip(offered.Count - 1), colour => Assert.True(Accent.Parse(colour).IsReadable));
    }

    [Fact]
    public async Task A_channel_of_blanks_is_none_and_only_administrators_give_a_mark()
    {
        using var visitor = App.CreateClient();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.VisitAsync("/datos-personales")).Status);
        using var lucia = await SignInAsync(Cast.Contributor().Apart());
        Assert.Equal(HttpStatusCode.Forbidden, (await lucia.VisitAsync(Page)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await lucia.VisitAsync("/admin/sitio/contraste?q=%23123456")).Status);
    }

    private static string MarkOf(Answer page) => page.Page.QuerySelector(".brand img")!.GetAttribute("src")!;

    private static async Task<Answer> SendAsync(Visitor visitor, byte[] bytes, string name)
    {
        var page = await visitor.VisitAsync(Page);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(bytes), "file", name },
        };
        var response = await visitor.Http.PostAsync(Page, form);
        return new Answer(response, await response.Content.ReadAsStringAsync());
    }

    private async Task<Visitor> SignInAsync(Person person) => await App.SignInAsync(await App.SeedAsync(person));
}
