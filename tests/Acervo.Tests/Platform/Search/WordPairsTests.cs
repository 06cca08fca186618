using System.Reflection;
using Acervo.Platform.Search;
using Acervo.Tests.Platform.Forms.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Platform.Search;

/// <summary>Forms of one word find each other and different words do not, and codes are found however they are typed.</summary>
public sealed class WordPairsTests(AppHost app) : IClassFixture<AppHost>
{
    private const double Bar = 0.97;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private WordPairs Pairs => app.Services.GetRequiredService<WordPairs>();

    [Theory]
    [InlineData("tuned.tsv")]
    [InlineData("unseen.tsv")]
    public async Task Words_of_an_office_find_their_other_forms(string file)
    {
        await using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Acervo.Tests.Platform.Search.Pairs.{file}")!;
        using var reader = new StreamReader(resource);
        await TryAsync(await reader.ReadToEndAsync(Cancel));
    }

    [Fact]
    public async Task The_given_pairs_find_each_other()
    {
        await TryAsync(await File.ReadAllTextAsync(SharedFixtures.Path("search/pairs.tsv"), Cancel));
    }

    [Theory]
    [InlineData("FT 1311", "El formato 4202000-FT-1311, versión 02")]
    [InlineData("1311", "El formato 4202000-FT-1311, versión 02")]
    [InlineData("4202000-FT-1311", "El formato 4202000-FT-1311, versión 02")]
    [InlineData("FT1311", "El formato 4202000-FT-1311, versión 02")]
    [InlineData("covid 19", "Durante la pandemia de COVID-19.")]
    [InlineData("covid19", "Durante la pandemia de COVID-19.")]
    [InlineData("COVID-19", "Durante la pandemia de covid19.")]
    [InlineData("2024", "Plan 2021-2024")]
    [InlineData("2021", "Plan 2021-2024")]
    [InlineData("1712", "Según la Ley 1712/2014")]
    [InlineData("Ley 1712 de 2014", "Según la Ley 1712/2014")]
    [InlineData("1300", "Se atendieron 1.300 personas")]
    [InlineData("1.300", "Se atendieron 1300 personas")]
    [InlineData("1.300.000", "Costó 1300000 pesos")]
    [InlineData("co-creación", "un taller de cocreación")]
    [InlineData("cocreacion", "un taller de co-creación")]
    [InlineData("cocreaciones", "un taller de co-creación con 20 personas")]
    [InlineData("público privada", "alianza público-privada")]
    [InlineData("PQRS", "Las P.Q.R.S. del mes")]
    [InlineData("todo", "Está todo en el estado de siempre")]
    [InlineData("estado", "Está todo en el estado de siempre")]
    [InlineData("¿y todo esto?", "y todo esto")]
    [InlineData("servidores públicos", "cada funcionaria del área")]
    [InlineData("funcionarias", "el servidor público")]
    public async Task A_code_or_a_number_is_found_however_it_is_typed(string asked, string text) => Assert.True(await Pairs.FindsAsync(asked, text, Cancel));

    [Theory]
    [InlineData("\"FT 1712\"", "El formato 4202000-FT-1311 y la Ley 1712")]
    [InlineData("300", "Se atendieron 1.300 personas")]
    [InlineData("co", "La cocreación")]
    [InlineData("covid -19", "Durante la pandemia de COVID-19.")]
    public async Task What_is_another_code_is_not_found(string asked, string text) => Assert.False(await Pairs.FindsAsync(asked, text, Cancel));

    private async Task TryAsync(string table)
    {
        List<string> wrong = [];
        var pairs = table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Trim().Split('\t')).ToList();
        foreach (var pair in pairs)
        {
            var (there, back) = (await Pairs.FindsAsync(pair[0], pair[1], Cancel), await Pairs.FindsAsync(pair[1], pair[0], Cancel));
            if ((pair[2] == "yes") != there || there != back)
            {
                wrong.Add(string.Join(' ', pair));
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{pairs.Count - wrong.Count} of {pairs.Count} right; wrong: {string.Join(", ", wrong)}");
        Assert.True(wrong.Count <= pairs.Count * (1 - Bar), string.Join(", ", wrong));
    }
}
