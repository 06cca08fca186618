using System.Net;
using System.Text.Json;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Http;
using Acervo.Platform.Usage;
using Acervo.Tests.Platform.OpenData;
using Acervo.Tests.Platform.Publications.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Platform.Usage;

/// <summary>What is counted when visitors, programs, robots and the people of the entity read a publication, and who is told.</summary>
[Collection(CallSite.Name)]
public sealed class UsageTests(CallSite site)
{
    private const string Browser = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_counted_made_and_from_memory_and_by_its_channel()
    {
        var (item, path) = await PublishedAsync();
        using var visitor = site.App.CreateClient();
        await UntilKeptAsync(visitor, path);
        var before = await CountsAsync(item);
        var tag = (await visitor.VisitAsync(path)).Response.Headers.ETag!.ToString();
        Assert.Equal(HttpStatusCode.NotModified, await AskAsync(visitor, path, ("If-None-Match", tag)));
        await visitor.VisitAsync($"{path}?canal=chat");
        await visitor.VisitAsync($"{path}?canal=feed&utm_source=x");
        await visitor.VisitAsync($"{path}.json");
        await visitor.VisitAsync($"/api/v1/publications/call{path["/llamados".Length..]}");

        Assert.Equal(Sum(before, ("chat", 1), ("feed", 1), ("json", 2), ("page", 2)), await CountsAsync(item));
        Assert.Null(site.App.Services.GetRequiredService<PublicCache>().Find($"{path}?canal=chat"));
    }

    [Fact]
    public async Task Nobody_but_a_reader_is_counted()
    {
        var (item, path) = await PublishedAsync();
        using var visitor = site.App.CreateClient();
        await UntilKeptAsync(visitor, path);
        var before = await CountsAsync(item);
        var person = await site.App.SeedAsync(Cast.Somebody("Alma Pardo", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Reviewer));
        using var staff = await site.App.SignInAsync(person);
        Assert.Equal(HttpStatusCode.OK, (await staff.VisitAsync(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await staff.VisitAsync($"{path}.json")).Status);
        await AskAsync(visitor, HttpMethod.Head, path);
        await AskAsync(visitor, path, ("Sec-Purpose", "prefetch;prerender"));
        await AskAsync(visitor, path, ("Purpose", "prefetch"));
        foreach (var robot in new[] { "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "Twitterbot/1.0", "WhatsApp/2.23.20.0 A",
            "TelegramBot (like TwitterBot)", "Scrapy/2.11 spider", "Mozilla/5.0 (X11; Linux) HeadlessChrome/140.0.0.0" })
        {
            await AskAsync(visitor, path, ("User-Agent", robot));
        }

        // It has it already, and looks for news.
        await AskAsync(visitor, $"{path}.json", ("If-None-Match", (await visitor.VisitAsync($"{path}.json")).Response.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(visitor, path + "-no-existe"));
        await AskAsync(visitor, path, ("User-Agent", Browser));
        // A telephone whose name ends like that of a robot.
        await AskAsync(visitor, path, ("User-Agent", "Mozilla/5.0 (Linux; Android 9; CUBOT NOTE 7) AppleWebKit/537.36 Chrome/118.0 Mobile Safari/537.36"));

        Assert.Equal(Sum(before, ("json", 1), ("page", 2)), await CountsAsync(item));
    }

    [Theory]
    [InlineData("canal=nadie-lo-declaro")]
    [InlineData("canal=&canal=chat")]
    [InlineData("canal=chat%20y")]
    [InlineData("canal=%F0%9F%A6%9C%CC%81")]
    [InlineData("canal[]=chat&canales=chat")]
    [InlineData("canal=page'; DROP TABLE site.usage; --")]
    [InlineData("LONG")]
    public async Task A_channel_that_nobody_declared_is_a_page(string query)
    {
        var (item, path) = await PublishedAsync();
        using var visitor = site.App.CreateClient();
        await UntilKeptAsync(visitor, path);
        var before = await CountsAsync(item);
        var status = await AskAsync(visitor, $"{path}?{(query == "LONG" ? $"canal={new string('x', 6000)}" : query)}", ("User-Agent", Browser));
        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{status}");
        Assert.Equal(status == HttpStatusCode.OK ? Sum(before, ("page", 1)) : before, await CountsAsync(item));
    }

    [Fact]
    public async Task A_file_is_counted_whole_and_once()
    {
        var item = CallSite.NewItem();
        byte[] bytes = [.. Guid.NewGuid().ToByteArray()];
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        await site.App.PublishAsync(item, $"con-archivo-{item}", kind: CallModule.Kind, facets: [], files: [("bases.pdf", bytes)]);
        using var visitor = site.App.CreateClient();
        Assert.Equal(HttpStatusCode.OK, await AskAsync(visitor, $"/archivos/{hash}/bases.pdf"));
        Assert.Equal(HttpStatusCode.PartialContent, await AskAsync(visitor, $"/archivos/{hash}/bases.pdf", ("Range", "bytes=3-5")));
        Assert.Equal(HttpStatusCode.NotModified, await AskAsync(visitor, $"/archivos/{hash}/bases.pdf", ("If-None-Match", $"\"{hash}\"")));
        await UntilAsync(item, "file 1");
    }

    [Fact]
    public async Task The_day_is_that_of_Bogota_to_its_last_second()
    {
        var (item, path) = await PublishedAsync();
        using var visitor = site.App.CreateClient();
        var clock = site.App.Clock;
        var midnight = clock.Today().AddDays(1).ToDateTime(TimeOnly.MinValue).BogotaToUtc();
        clock.Advance(midnight - clock.Now() - TimeSpan.FromSeconds(20));
        await visitor.EventuallyAsync(path, HttpStatusCode.OK);
        var today = clock.Today();
        await CountsAsync(item);
        await site.RunAsync($"DELETE FROM site.usage WHERE item = {item}");
        await visitor.VisitAsync(path);
        clock.Advance(midnight - clock.Now());
        await visitor.VisitAsync(path);
        await visitor.VisitAsync(path);
        await CountsAsync(item);
        var days = await site.AskAsync($"SELECT day || ' ' || count FROM site.usage WHERE item = {item} ORDER BY day");
        Assert.Equal([$"{today:yyyy-MM-dd} 1", $"{today.AddDays(1):yyyy-MM-dd} 2"], days);
    }

    [Fact]
    public async Task Two_nodes_add_up_and_the_one_without_memory_counts_too_as_it_stops()
    {
        var item = CallSite.NewItem();
        var path = $"/practicas/leida-{item}";
        await site.App.PublishAsync(item, $"leida-{item}");
        using var here = site.App.CreateClient();
        await UntilKeptAsync(here, path);
        var before = await CountsAsync(item);
        await using (var second = await site.App.JoinAsync(("Cache:Pages", "false")))
        {
            using var there = second.CreateClient();
            await here.VisitAsync(path);
            await there.VisitAsync(path);
            await there.VisitAsync($"{path}.docx");
            Assert.Equal(HttpStatusCode.OK, (await there.VisitAsync($"{path}.json")).Status);
        }

        Assert.Equal(Sum(before, ("json", 1), ("page", 2), ("word", 1)), await CountsAsync(item));
    }

    [Fact]
    public async Task Versions_add_up_for_the_public_and_what_is_withdrawn_is_not_told()
    {
        var (item, path) = await PublishedAsync();
        using var visitor = site.App.CreateClient();
        await UntilKeptAsync(visitor, path);
        var slug = path["/llamados/".Length..];
        await site.PublishAsync(item, slug, text: "Se llama otra vez.");
        await visitor.EventuallyAsync(path, answer => answer.Body.Contains("Se llama otra vez", StringComparison.Ordinal));
        var counts = await CountsAsync(item);
        site.App.Clock.Advance(TimeSpan.FromMinutes(2));
        var told = JsonDocument.Parse((await visitor.VisitAsync($"/api/v1/usage/call/{slug}")).Body).RootElement;
        Assert.Equal($"page {told.GetProperty("total").GetInt64()}", counts);
        Assert.Equal("2", Assert.Single(await site.AskAsync($"SELECT count(DISTINCT version) FROM site.usage WHERE item = {item}")));
        var month = Assert.Single(told.GetProperty("months").EnumerateArray());
        Assert.Equal("Página", month.GetProperty("channels")[0].GetProperty("title").GetString());
        var csv = (await visitor.VisitAsync("/datos/uso.csv")).Body;
        Assert.StartsWith("\"url\";\"kind\";\"slug\";\"title\";\"month\";\"channel\";\"count\"\r\n", csv, StringComparison.Ordinal);
        Assert.Contains($"{path}\";\"call\";\"{slug}\";\"Llamado {slug}\";\"{month.GetProperty("month")}\";\"page\";\"{told.GetProperty("total")}\"\r\n", csv,
            StringComparison.Ordinal);

        await site.WithdrawAsync(item);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.EventuallyAsync($"/api/v1/usage/call/{slug}", HttpStatusCode.Gone)).Status);
        Assert.DoesNotContain($"\"{slug}\"", (await visitor.VisitAsync("/datos/uso.csv")).Body, StringComparison.Ordinal);
        Assert.Equal(counts, await CountsAsync(item));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.VisitAsync("/api/v1/usage/call/no-existe")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.VisitAsync($"/api/v1/usage/{new string('é', 900)}/{slug}")).Status);
    }

    [Fact]
    public async Task The_open_data_are_described_and_say_when_nothing_changed()
    {
        using var visitor = site.App.CreateClient();
        var csv = await visitor.VisitAsync("/datos/uso.csv?separador=coma");
        Assert.Contains("\"channel\",\"count\"", csv.Body, StringComparison.Ordinal);
        Assert.Contains("/datos/uso.csv", (await visitor.VisitAsync("/datos")).Body, StringComparison.Ordinal);
        Assert.Contains("\"uso\";\"1\";\"channel\"", (await visitor.VisitAsync("/datos/diccionario.csv")).Body, StringComparison.Ordinal);
        Assert.Contains("Uso de las publicaciones", (await visitor.VisitAsync("/datos/catalogo.json")).Body, StringComparison.Ordinal);
        await site.App.Services.GetRequiredService<UsageWriter>().WriteAsync(Cancel);
        var tag = (await visitor.VisitAsync("/datos/uso.csv")).Response.Headers.ETag!.ToString();
        Assert.Equal(HttpStatusCode.NotModified, await AskAsync(visitor, "/datos/uso.csv", ("If-None-Match", tag)));
    }

    private async Task<(int Item, string Path)> PublishedAsync()
    {
        var item = CallSite.NewItem();
        await site.PublishAsync(item, $"leido-{item}");
        return (item, $"/llamados/leido-{item}");
    }

    /// <summary>What was published may still be dropping pages; afterwards each look comes from memory.</summary>
    private async Task UntilKeptAsync(Visitor visitor, string path)
    {
        var cache = site.App.Services.GetRequiredService<PublicCache>();
        await visitor.EventuallyAsync(path, answer => answer.Status == HttpStatusCode.OK && cache.Find(path) is not null);
    }

    private async Task UntilAsync(int item, string expected)
    {
        for (var at = 0; at < 100 && await CountsAsync(item) != expected; at++)
        {
            await Task.Delay(50, Cancel);
        }

        Assert.Equal(expected, await CountsAsync(item));
    }

    /// <summary>What was counted of it by now, by channel: «json 2, page 1».</summary>
    private async Task<string> CountsAsync(int item)
    {
        await site.App.Services.GetRequiredService<UsageWriter>().WriteAsync(Cancel);
        return string.Join(", ", await site.AskAsync(
            $"SELECT channel || ' ' || sum(count) FROM site.usage WHERE item = {item} GROUP BY channel ORDER BY channel"));
    }

    private static string Sum(string counts, params (string Channel, long More)[] more)
    {
        var sums = counts.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split(' '))
            .ToDictionary(one => one[0], one => long.Parse(one[1], System.Globalization.CultureInfo.InvariantCulture));
        foreach (var (channel, count) in more)
        {
            sums[channel] = sums.GetValueOrDefault(channel) + count;
        }

        return string.Join(", ", sums.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {one.Value}"));
    }

    private static Task<HttpStatusCode> AskAsync(Visitor visitor, string path, params (string Name, string Value)[] headers) =>
        AskAsync(visitor, HttpMethod.Get, path, headers);

    private static async Task<HttpStatusCode> AskAsync(Visitor visitor, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await visitor.Http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
