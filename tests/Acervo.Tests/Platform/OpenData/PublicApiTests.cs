using System.Globalization;
using System.Net;
using System.Text.Json;
using Acervo.Tests.Snapshots;

namespace Acervo.Tests.Platform.OpenData;

/// <summary>The API for programs: lists, pages that do not move, facets, errors that say what to mend.</summary>
public sealed class PublicApiTests(AppHost app) : IClassFixture<AppHost>
{
    private static JsonElement Json(Answer answer) => JsonDocument.Parse(answer.Body).RootElement;

    [Fact]
    public async Task A_cursor_walks_through_everything_although_something_is_published_meanwhile()
    {
        await using var fresh = await AppHost.StartAsync();
        for (var i = 1; i <= 12; i++)
        {
            await fresh.PublishAsync(i, $"practica-{i}");
        }

        using var visitor = fresh.CreateClient();
        await visitor.EventuallyAsync("/api/v1/publications?pageSize=5", answer => Json(answer).GetProperty("total").GetInt32() == 12);
        List<string> seen = [];
        var path = "/api/v1/publications?pageSize=5";
        for (var round = 0; path is not null && round < 10; round++)
        {
            var page = Json(await visitor.VisitAsync(path));
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("slug").GetString()!));
            path = page.GetProperty("next").GetString() is { } next ? $"/api/v1/publications?pageSize=5&cursor={next}" : null;
            await fresh.PublishAsync(100 + round, $"meanwhile-{round}");
            await visitor.EventuallyAsync("/api/v1/publications?pageSize=1", answer => Json(answer).GetProperty("total").GetInt32() == 13 + round);
        }

        Assert.Equal(Enumerable.Range(1, 12).Select(i => $"practica-{i}").Order(), seen.Order());
    }

    [Fact]
    public async Task A_search_narrows_by_facets_and_counts_them()
    {
        await app.PublishAsync(1, "uno", text: "Un humedal recuperado.", facets: [new("anio", "2024", "2024")]);
        await app.PublishAsync(2, "dos", text: "Otro humedal.", facets: [new("anio", "2025", "2025")]);
        await app.PublishAsync(3, "tres", text: "Una biblioteca.", facets: [new("anio", "2025", "2025")]);
        using var visitor = app.CreateClient();
        var all = Json(await visitor.EventuallyAsync("/api/v1/publications?q=humedales", answer => Json(answer).GetProperty("total").GetInt32() == 2));
        Assert.Equal(2, all.GetProperty("total").GetInt32());
        var years = all.GetProperty("facets").EnumerateArray().Single(facet => facet.GetProperty("group").GetString() == "anio");
        Assert.Equal([1, 1], years.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("count").GetInt32()));
        var narrowed = Json(await visitor.VisitAsync("/api/v1/publications?q=humedales&anio=2025"));
        Assert.Equal("dos", Assert.Single(narrowed.GetProperty("items").EnumerateArray().ToList()).GetProperty("slug").GetString());
    }

    [Theory]
    [InlineData("/api/v1/publications?page=cero")]
    [InlineData("/api/v1/publications?pageSize=101")]
    [InlineData("/api/v1/publications?pageSize=-1")]
    [InlineData("/api/v1/publications?kind=nada")]
    [InlineData("/api/v1/publications?sort=azar")]
    [InlineData("/api/v1/publications?cursor=falso")]
    [InlineData("/api/v1/facets?kind=nada")]
    public async Task A_wrong_parameter_is_a_problem_that_says_what_to_mend(string path)
    {
        using var visitor = app.CreateClient();
        var answer = await visitor.VisitAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("application/problem+json", answer.Response.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(Json(answer).GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task Any_other_site_may_read_and_nobody_may_write()
    {
        using var visitor = app.CreateClient();
        var answer = await visitor.VisitAsync("/api/v1/facets");
        Assert.Equal("*", Assert.Single(answer.Response.Headers.GetValues("Access-Control-Allow-Origin")));
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/api/v1/facets");
        using var allowed = await visitor.Http.SendAsync(preflight, TestContext.Current.CancellationToken);
        Assert.Contains("GET", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.VisitAsync("/api/v1/nada")).Status);
    }

    [Fact]
    public async Task Suggestions_lead_to_the_publication()
    {
        await app.PublishAsync(7, "colibries", "Colibríes en la ventana");
        using var visitor = app.CreateClient();
        var list = Json(await visitor.EventuallyAsync("/api/v1/suggest?q=colibr", answer => Json(answer).GetArrayLength() > 0));
        Assert.Equal($"{app.Address}practicas/colibries", list[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task The_document_that_describes_it_is_as_agreed()
    {
        using var visitor = app.CreateClient();
        var answer = await visitor.VisitAsync("/openapi/v1.json");
        using var document = JsonDocument.Parse(answer.Body);
        Snapshot.Matches("OpenData/openapi.v1.json", JsonSerializer.Serialize(document, Readable) + "\n");
    }

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    [Fact]
    public void A_cursor_survives_being_written_and_read()
    {
        var cursor = new Acervo.Platform.Search.SearchCursor(0.607f, new DateTime(2025, 3, 4, 5, 6, 7, DateTimeKind.Utc).Ticks, 778);
        Assert.Equal(cursor, Acervo.Platform.Search.SearchCursor.Parse(cursor.ToString()));
        Assert.Null(Acervo.Platform.Search.SearchCursor.Parse(cursor.ToString()[..^2].ToString(CultureInfo.InvariantCulture)));
    }
}
