using System.Globalization;
using System.Text.Json;
using Acervo.Tests.Platform.OpenData;
using AngleSharp.Dom;

namespace Acervo.Tests.Platform.Search;

/// <summary>Two dozen publications about three things, in combinations of years, offices and policies, and a few others; asked as a visitor.</summary>
[CollectionDefinition(Name)]
public sealed class SearchBank : IAsyncLifetime, ICollectionFixture<SearchBank>
{
    public const string Name = "search";

    public const int Size = 24;

    public const int Others = 5;

    private static readonly string[] Things = ["Huertas", "Buzones", "Faroles"];

    public AppHost App { get; private set; } = null!;

    public Visitor Visitor { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await AppHost.StartAsync();
        for (var i = 1; i <= Size; i++)
        {
            var (thing, year, office) = (Things[i % 3], 2020 + (i % 4), i % 5);
            await App.PublishAsync(
                i, $"bien-{i}", $"{thing} de la cuadra {i}", $"Así se cuidan en la localidad {i}, con método.",
                facets: [new("anio", $"{year}", $"{year}"), new("entidad", $"e{office}", $"Entidad {office}"),
                new("politica", $"p{i % 2}", $"Política {i % 2}")]);
        }

        await App.PublishAsync(101, "en-el-texto", "Recorridos guiados", "Se aprendió de la marmita comunitaria.", facets: []);
        await App.PublishAsync(102, "en-el-titulo", "La marmita del barrio", "Se cocina entre vecinos.", facets: []);
        await App.PublishAsync(103, "con-acentos", "Gestión ambiental en órganos públicos", "Señalización de humedales <b>con</b> niños & niñas.",
            facets: []);
        await App.PublishAsync(104, "con-sigla", "Aportes a los objetivos de desarrollo sostenible", "Metas medidas cada año.", facets: []);
        await App.PublishAsync(105, "con-preguntas", "Patios que florecen", "Siembra compartida. Vinieron colibríes.", facets: [],
            change: draft => draft with
            {
                Html = "<h2 id=\"s1\">La práctica</h2>\n<h3 id=\"d\">Descripción</h3><p>Siembra compartida.</p>"
                        + "<h3 id=\"o\">Otros aspectos</h3><p>Vinieron colibríes.</p>",
                Facts = "<dl class=\"facts narrow\">\n<dt>Proceso</dt><dd>Gestión de la jardinería</dd>\n"
                    + "<dt>Formato</dt><dd>4202000-FT-1311, versión 02</dd>\n</dl>\n",
            });
        Visitor = App.CreateClient();
        await Visitor.EventuallyAsync("/api/v1/publications?pageSize=1",
            answer => JsonDocument.Parse(answer.Body).RootElement.GetProperty("total").GetInt32() == Size + Others);
        // Words are counted a moment later.
        await Visitor.EventuallyAsync("/buscar/sugerencias?q=sosten", answer => answer.Body.Contains("\"sostenible\"", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        Visitor.Dispose();
        await App.DisposeAsync();
    }

    public Task<Answer> VisitAsync(string path) => Visitor.VisitAsync(path);

    public Task<Answer> SearchAsync(string asked) => VisitAsync("/buscar?q=" + Uri.EscapeDataString(asked));

    /// <summary>Everything that a search finds, by the API.</summary>
    public async Task<List<string>> SlugsAsync(string asked)
    {
        var found = JsonDocument.Parse((await VisitAsync($"/api/v1/publications?pageSize=100&q={Uri.EscapeDataString(asked)}")).Body).RootElement;
        return [.. found.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("slug").GetString()!)];
    }

    public static List<string> Titles(Answer page) => [.. page.Page.QuerySelectorAll(".result-title").Select(title => title.TextContent.Trim())];

    public static int Total(Answer page) => Number(page.Page.QuerySelector(".browse-head h2")!);

    public static int Number(IElement element) =>
        int.Parse(string.Concat(element.TextContent.SkipWhile(one => !char.IsDigit(one)).TakeWhile(char.IsDigit)), CultureInfo.InvariantCulture);
}
