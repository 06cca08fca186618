using System.Text;
using System.Text.Json;
using Acervo.Platform.Forms;
using Acervo.Platform.OpenData.Datasets;
using Acervo.Platform.Publications;
using Acervo.Tests.Snapshots;

namespace Acervo.Tests.Platform.OpenData;

/// <summary>The downloads, opened as a spreadsheet and as a program would.</summary>
public sealed class DatasetTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task The_csv_opens_in_excel_with_one_row_a_publication()
    {
        await app.PublishAsync(1, "formula", "=HIPERVINCULO(\"http://trampa.example\")", "Con; punto y coma, \"comillas\"\ny dos renglones.");
        await app.PublishAsync(2, "otra", "Otra");
        using var visitor = app.CreateClient();
        using var response = await visitor.Http.GetAsync("/datos/practicas.csv", TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal("practicas.csv", response.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        var text = Encoding.UTF8.GetString(bytes[3..]);
        Assert.Contains(";\"'=HIPERVINCULO(\"\"http://trampa.example\"\")\";", text, StringComparison.Ordinal);
        Assert.Contains(";\"Con; punto y coma, \"\"comillas\"\"\ny dos renglones.\";", text, StringComparison.Ordinal);
        var rows = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("\"url\";\"slug\";\"version\";\"title\";", rows[0], StringComparison.Ordinal);
        Assert.Single(rows, row => row.StartsWith($"\"{app.Address}practicas/formula\";", StringComparison.Ordinal));
        Assert.Single(rows, row => row.StartsWith($"\"{app.Address}practicas/otra\";\"otra\";\"1\";", StringComparison.Ordinal));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/datos/practicas.csv") { Headers = { IfNoneMatch = { response.Headers.ETag! } } };
        using var unchanged = await visitor.Http.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task The_json_keeps_the_raw_text_and_can_be_narrowed()
    {
        await app.PublishAsync(3, "cruda", "=2+2", "Un frailejón.");
        using var visitor = app.CreateClient();
        await visitor.EventuallyAsync("/api/v1/publications?q=frailejon", answer => answer.Body.Contains("cruda", StringComparison.Ordinal));
        var lines = (await visitor.VisitAsync("/datos/practicas.ndjson?q=frailejon")).Body.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var record = JsonDocument.Parse(Assert.Single(lines)).RootElement;
        Assert.Equal("=2+2", record.GetProperty("record").GetProperty("title").GetString());
        var all = JsonDocument.Parse((await visitor.VisitAsync("/datos/practicas.json")).Body).RootElement;
        Assert.Contains(all.EnumerateArray(), one => one.GetProperty("url").GetString() == $"{app.Address}practicas/cruda");
    }

    [Fact]
    public async Task Slow_downloads_keep_nobody_else_waiting()
    {
        for (var i = 0; i < 40; i++)
        {
            await app.PublishAsync(500 + i, $"larga-{i}", $"Larga {i}", string.Concat(Enumerable.Repeat("Un párrafo que se repite. ", 8000)), "lesson");
        }

        using var visitor = app.CreateClient();
        List<HttpResponseMessage> slow = [];
        for (var i = 0; i < 60; i++)
        {
            // The head came; the body, eight million letters, is left where it is.
            slow.Add(await visitor.Http.GetAsync("/datos/lecciones.csv", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken));
        }

        Assert.Equal(System.Net.HttpStatusCode.OK, (await visitor.VisitAsync("/lecciones/larga-7")).Status);
        var last = await slow[^1].Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("larga-39", last, StringComparison.Ordinal);
        slow.ForEach(one => one.Dispose());
    }

    [Theory]
    [InlineData("HEAD", System.Net.HttpStatusCode.OK)]
    [InlineData("TRACE", System.Net.HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", System.Net.HttpStatusCode.MethodNotAllowed)]
    [InlineData("INVENTO", System.Net.HttpStatusCode.MethodNotAllowed)]
    public async Task A_download_answers_to_reading_and_to_its_head_alone(string method, System.Net.HttpStatusCode status)
    {
        using var visitor = app.CreateClient();
        using var asked = new HttpRequestMessage(new HttpMethod(method), "/datos/practicas.csv");
        using var answer = await visitor.Http.SendAsync(asked, TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_columns_are_as_agreed()
    {
        var kind = new PublicationKind("practice", "Buena práctica", "Buenas prácticas", "/practicas") { FormKind = "practice", Facets = [new("anio", "Año")] };
        Snapshot.Matches("OpenData/practicas.columns.txt", string.Join('\n', new DatasetColumns(kind, FormCatalogue.Default).Names) + "\n");
    }

    [Theory]
    [InlineData("/datos/diccionario.csv", "contribution")]
    [InlineData("/datos/diccionario.json", "contribution")]
    [InlineData("/datos/catalogo.json", "dcat:Catalog")]
    [InlineData("/datos", "/datos/lecciones.ndjson")]
    [InlineData("/datos/api", "/openapi/v1.json")]
    public async Task What_explains_the_data_is_there(string path, string part)
    {
        using var visitor = app.CreateClient();
        var answer = await visitor.VisitAsync(path);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.Status);
        Assert.Contains(part, answer.Body, StringComparison.Ordinal);
    }
}
