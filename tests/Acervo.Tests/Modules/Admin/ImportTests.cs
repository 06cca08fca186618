using System.Net;
using System.Text;
using Acervo.Platform.Accounts;
using Acervo.Platform.Reference;

namespace Acervo.Tests.Modules.Admin;

/// <summary>A catalogue comes back from a spreadsheet as people's programs write it; what is wrong is told by its row and nothing is taken.</summary>
public sealed class ImportTests(AppHost app) : IClassFixture<AppHost>, IAsyncLifetime
{
    private Visitor ramiro = null!;
    private string home = "";

    public async ValueTask InitializeAsync()
    {
        ramiro = await app.SignInAsync(await app.SeedAsync(Cast.Somebody("Ramiro", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Administrator)));
        var code = $"lista-{Guid.NewGuid():N}";
        await app.SeedAsync(new Catalogue { Code = code, Name = "Lista de pruebas", Source = "Pruebas." },
            new Term { Catalogue = code, Code = "a", Name = "Antes", Sort = 1 });
        home = $"/admin/catalogos/{code}";
    }

    public ValueTask DisposeAsync()
    {
        ramiro.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("utf-8", ',')]
    [InlineData("utf-8-bom", ';')]
    [InlineData("utf-16", '\t')]
    [InlineData("windows-1252", ';')]
    public async Task Any_way_in_which_a_spreadsheet_saves_is_understood_and_shown_before_it_is_taken(string encoding, char separator)
    {
        var table = $"Código{separator}Nombre{separator}Otros nombres{separator}Desde\r\na{separator}Después de la corrección{separator}\"Niñez; "
            + $"Infancia\"{separator}31/12/2024\r\nb{separator}Señalización «nueva»{separator}{separator}2026-01-02\r\n";

        var shown = await SendAsync(Bytes(table, encoding), "lista.csv");

        Assert.Contains("1 término nuevo", shown.Text("main"), StringComparison.Ordinal);
        Assert.Contains("1 término cambia", shown.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Después de la corrección", (await ramiro.VisitAsync(home)).Text("table"), StringComparison.Ordinal);
        Assert.Equal(home, (await ramiro.SendFormAsync($"{home}/importar", shown)).Location);
        var list = (await ramiro.VisitAsync(home)).Text("table");
        Assert.Contains("Después de la corrección", list, StringComparison.Ordinal);
        Assert.Contains("Señalización «nueva»", list, StringComparison.Ordinal);
        Assert.Contains("Niñez", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_CSV_that_the_site_gives_changes_nothing_when_it_comes_back()
    {
        var given = await ramiro.Http.GetByteArrayAsync($"{home}.csv", TestContext.Current.CancellationToken);

        Assert.Contains("dice lo mismo que el catálogo", (await SendAsync(given, "lista.csv")).Text("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("una cosa,otra\n1,2\n", "La primera fila debe tener")]
    [InlineData("codigo,nombre,desde\nb,Be,31/02/2025\n", "Fila 2: «31/02/2025» no es una fecha")]
    [InlineData("codigo,nombre\nb,Be\nb,Otra vez\n", "Fila 3: el código «b» está repetido")]
    [InlineData("codigo,nombre\nb,\n", "Fila 2: Escriba el nombre")]
    [InlineData("codigo,nombre\n,Sin código\n", "Fila 2: Escriba el código")]
    [InlineData("codigo,nombre,desde,hasta\nb,Be,2026-02-01,2026-01-01\n", "Fila 2: la vigencia termina antes")]
    public async Task What_is_wrong_is_told_by_its_row_and_nothing_is_taken(string table, string sentence)
    {
        var refused = await SendAsync(Encoding.UTF8.GetBytes(table), "lista.csv");

        Assert.Contains(sentence, refused.Text(".notice"), StringComparison.Ordinal);
        Assert.Null(refused.Page.QuerySelector("input[name=text]"));
        Assert.DoesNotContain("Be", (await ramiro.VisitAsync(home)).Text("table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_table_is_refused_in_words()
    {
        Assert.Contains("Elija un archivo", (await ramiro.PostFormAsync($"{home}/importar")).Text(".field-error"), StringComparison.Ordinal);
        Assert.Contains("pesar hasta 2 MB", (await SendAsync([], "vacio.csv")).Text(".field-error"), StringComparison.Ordinal);
        var broken = await SendAsync(Encoding.UTF8.GetBytes("codigo,nombre\nb,\"" + new string('x', 400_000)), "roto.csv");
        Assert.Equal(HttpStatusCode.OK, broken.Status);
        Assert.NotEmpty(broken.Text(".notice"));
    }

    private static byte[] Bytes(string text, string encoding) => encoding switch
    {
        "utf-8-bom" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
        "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
        _ => Encoding.UTF8.GetBytes(text),
    };

    private async Task<Answer> SendAsync(byte[] bytes, string name)
    {
        var page = await ramiro.VisitAsync($"{home}/importar");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(bytes), "file", name },
        };
        var response = await ramiro.Http.PostAsync($"{home}/importar", form);
        return new Answer(response, await response.Content.ReadAsStringAsync());
    }
}
