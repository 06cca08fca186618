using System.Net;
using System.Text;
using Acervo.Platform.Accounts;
using Acervo.Platform.Reference;
using Acervo.Platform.Tables.Sheets;
using Acervo.Tests.Platform.Tables;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Modules.Admin;

/// <summary>
/// A catalogue comes back from a sheet as people's programs write it: its columns, its rows, what goes in, what comes back, and the way back.
/// </summary>
public sealed partial class ImportTests(AppHost app) : IClassFixture<AppHost>, IAsyncLifetime
{
    private Visitor ramiro = null!;
    private string home = "";
    private string code = "";

    public async ValueTask InitializeAsync()
    {
        ramiro = await app.SignInAsync(await app.SeedAsync(Cast.Somebody("Ramiro", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Administrator)));
        code = $"lista-{Guid.NewGuid():N}";
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

        var triage = await LookAsync(Bytes(table, encoding), "lista.csv");

        Assert.Contains("Incorporar 2 filas", triage.Page.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Después de la corrección", (await ramiro.VisitAsync(home)).Text("table"), StringComparison.Ordinal);
        await EnterAsync(triage.Path);
        var list = (await ramiro.VisitAsync(home)).Text("table");
        Assert.Contains("Después de la corrección", list, StringComparison.Ordinal);
        Assert.Contains("Señalización «nueva»", list, StringComparison.Ordinal);
        Assert.Contains("Niñez", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_goes_in_through_its_columns_leaves_one_deed_comes_back_corrected_and_is_undone_whole()
    {
        var book = await Books.WriteAsync("Hoja", ["Listado de pruebas"], [], ["Clave propia", "Nombre", "Vigente desde"],
            ["a", "Después", new DateTime(2024, 12, 31, 0, 0, 0, DateTimeKind.Unspecified)],
            ["b", "Be", ""], ["", "Sin código", ""], ["c", "Be", ""], ["d", "De", "31/02/2025"]);
        var columns = await SendAsync(book, "lista.xlsx");
        Assert.Contains("fila 3", (await ramiro.VisitAsync(columns)).Text("caption"), StringComparison.Ordinal);

        var refused = await ramiro.PostFormAsync(columns, ("columna-0", ""));
        Assert.Contains("Diga qué columna es «Código»", refused.Text("main"), StringComparison.Ordinal);
        refused = await ramiro.PostFormAsync(columns, ("columna-0", "name"));
        Assert.Contains("«Nombre» está en dos columnas", refused.Text("main"), StringComparison.Ordinal);
        var path = (await ramiro.PostFormAsync(columns, ("columna-0", "code"))).Location!;

        var triage = await ramiro.VisitAsync(path);
        Assert.Contains("Todas5Entran2Con advertencia0Por decidir1No entran2Quedan igual0", triage.Text(".tabs"), StringComparison.Ordinal);
        Assert.Contains("Nombre: Antes → Después", triage.Text("table"), StringComparison.Ordinal);
        Assert.Contains("«31/02/2025» no es una fecha", triage.Text("table"), StringComparison.Ordinal);
        var doubt = triage.Page.QuerySelector("input[name=fila]")!.GetAttribute("value");
        Assert.Equal($"{path}?estado=decision#fila-7", (await ActAsync($"{path}/decidir", ("fila", doubt), ("entra", "true"))).Location);
        var sure = await ActAsync($"{path}/decidir", ("fila", await FirstRowAsync(path)), ("entra", "true"));
        Assert.Contains("no espera una decisión", sure.Body, StringComparison.Ordinal);

        Assert.Contains("Filas incorporadas: 3", (await EnterAsync(path)).Text("main"), StringComparison.Ordinal);
        await using (var db = app.Db())
        {
            var deed = await db.Database.SqlQuery<int>($"""SELECT row_count AS "Value" FROM app.audit WHERE subject = {"import/" + path.Split('/')[2]}""")
                .ToListAsync(TestContext.Current.CancellationToken);
            Assert.Equal([3], deed);
        }

        var back = SheetParser.Read(await ramiro.Http.GetByteArrayAsync($"{path}/devueltas.xlsx", TestContext.Current.CancellationToken), _ => { }).ToList();
        Assert.Equal(["Clave propia", "Nombre", "Vigente desde", "Por qué no entró"], back[0].Cells.Select(cell => cell!.Text));
        Assert.Equal(["Sin código", "De"], back.Skip(1).Select(row => row.Cells[1]!.Text));
        Assert.Contains("no es una fecha", back[2].Cells[3]!.Text, StringComparison.Ordinal);

        // The columns are remembered.
        var again = await LookAsync(book, "otra.xlsx");
        Assert.Contains("Quedan igual3", again.Page.Text(".tabs"), StringComparison.Ordinal);

        Assert.Equal(path, (await ramiro.PostFormAsync($"{path}/deshacer")).Location);
        await SeenAsync(path, "Se deshizo");
        var list = (await ramiro.VisitAsync(home)).Text("table");
        Assert.Contains("Antes", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Be", list, StringComparison.Ordinal);
        Assert.Contains("No hay nada que deshacer", (await ramiro.PostFormAsync($"{path}/deshacer")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_undone_once_a_row_changed_and_a_term_that_changed_meanwhile_is_left_alone()
    {
        var first = await LookAsync("codigo,nombre\na,Uno\nb,Dos\n"u8.ToArray(), "lista.csv");
        var second = await LookAsync("codigo,nombre\na,Tres\n"u8.ToArray(), "lista.csv");
        await EnterAsync(first.Path);

        Assert.Contains("Filas incorporadas: 0", (await EnterAsync(second.Path)).Text("main"), StringComparison.Ordinal);
        Assert.Contains("cambió después de que se revisó", (await ramiro.VisitAsync(second.Path)).Text("table"), StringComparison.Ordinal);

        var edit = (await ramiro.VisitAsync(home)).Href("Dos")!;
        await ramiro.PostFormAsync(edit, ("Form.Name", "Dos y medio"));
        var refused = await ramiro.PostFormAsync($"{first.Path}/deshacer");
        Assert.Contains("«Dos» (fila 3) cambió después", refused.Body, StringComparison.Ordinal);
        Assert.Contains("Uno", (await ramiro.VisitAsync(home)).Text("table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_CSV_that_the_site_gives_changes_nothing_when_it_comes_back()
    {
        var given = await ramiro.Http.GetByteArrayAsync($"{home}.csv", TestContext.Current.CancellationToken);

        var triage = await LookAsync(given, "lista.csv");

        Assert.Contains("Quedan igual1", triage.Page.Text(".tabs"), StringComparison.Ordinal);
        Assert.Contains("no hay qué incorporar", (await ActAsync($"{triage.Path}/incorporar")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("codigo,nombre,desde\nb,Be,31/02/2025\n", "«31/02/2025» no es una fecha")]
    [InlineData("codigo,nombre\nb,Be\nb,Otra vez\n", "El código «b» ya está en la fila 2")]
    [InlineData("codigo,nombre\nb,\n", "Escriba el nombre")]
    [InlineData("codigo,nombre\n,Sin código\n", "Escriba el código")]
    [InlineData("codigo,nombre,desde,hasta\nb,Be,2026-02-01,2026-01-01\n", "La vigencia termina antes")]
    public async Task What_is_wrong_is_told_beside_its_row(string table, string sentence)
    {
        var triage = await LookAsync(Encoding.UTF8.GetBytes(table), "lista.csv");

        Assert.Contains("No entran1", triage.Page.Text(".tabs"), StringComparison.Ordinal);
        Assert.Contains(sentence, triage.Page.Text("table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_table_is_refused_in_words()
    {
        Assert.Contains("Elija una hoja", (await ramiro.PostFormAsync($"{home}/importar")).Text(".field-error"), StringComparison.Ordinal);
        Assert.Contains("está vacío", await RefusalAsync([], "vacio.csv"), StringComparison.Ordinal);
        Assert.Contains("no es una tabla", await UnreadAsync("%PDF-1.7\n%%EOF"u8.ToArray(), "tabla.xlsx"), StringComparison.Ordinal);
        Assert.Contains("no hay una tabla", await UnreadAsync("una sola palabra"u8.ToArray(), "nota.csv"), StringComparison.Ordinal);
        Assert.Contains("más de 5.000 filas", await UnreadAsync(Encoding.UTF8.GetBytes("codigo,nombre\n" + string.Concat(Enumerable.Repeat("a,b\n", 5_200))),
            "larga.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_bring_it_in_does_not_know_that_it_exists()
    {
        var triage = await LookAsync("codigo,nombre\nb,Be\n"u8.ToArray(), "lista.csv");
        using var lucia = await app.SignInAsync(await app.SeedAsync(Cast.Contributor().Apart()));

        Assert.Equal(HttpStatusCode.Forbidden, (await lucia.VisitAsync($"{home}/importar")).Status);
        foreach (var page in new[] { "", "/columnas", "/deshacer", "/devueltas.xlsx", $"/filas/{await FirstRowAsync(triage.Path)}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await lucia.VisitAsync(triage.Path + page)).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await ramiro.VisitAsync("/importaciones/999999")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ramiro.VisitAsync("/admin/catalogos/no-existe/importar")).Status);
    }

    private static byte[] Bytes(string text, string encoding) => encoding switch
    {
        "utf-8-bom" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
        "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
        _ => Encoding.UTF8.GetBytes(text),
    };

    /// <summary>Uploads it and agrees with the proposed columns.</summary>
    private async Task<(string Path, Answer Page)> LookAsync(byte[] bytes, string name)
    {
        var path = (await ramiro.PostFormAsync(await SendAsync(bytes, name))).Location!;
        return (path, await ramiro.VisitAsync(path));
    }

    private async Task<Answer> EnterAsync(string path)
    {
        Assert.Equal(path, (await BeginAsync(path, await ramiro.VisitAsync(path))).Location);
        return await ramiro.EventuallyAsync(path, page => page.Text("main").Contains("Terminó", StringComparison.Ordinal));
    }

    /// <summary>Takes in what this page showed.</summary>
    private Task<Answer> BeginAsync(string path, Answer page) => ActAsync($"{path}/incorporar",
        ("vistas", page.Page.QuerySelector("input[name=vistas]")!.GetAttribute("value")),
        ("revision", page.Page.QuerySelector("input[name=revision]")!.GetAttribute("value")));

    /// <summary>Presses a button of a page that has no address of its own.</summary>
    private async Task<Answer> ActAsync(string path, params (string Name, string? Value)[] fields)
    {
        var token = (await ramiro.VisitAsync("/inicio")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await ramiro.PostAsync(path,
            [.. fields.Append(("__RequestVerificationToken", token)).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2!))]);
    }

    /// <summary>Uploads it and waits until it is read.</summary>
    private async Task<string> SendAsync(byte[] bytes, string name)
    {
        var path = (await UploadAsync(bytes, name)).Location!;
        var answer = await ramiro.EventuallyAsync(path,
            page => page.Location is not null || page.Text("main").Contains("No se pudo", StringComparison.Ordinal));
        return answer.Location ?? throw new InvalidOperationException(answer.Text("main"));
    }

    /// <summary>What is said of a file that could not be read.</summary>
    private async Task<string> UnreadAsync(byte[] bytes, string name) =>
        (await SeenAsync((await UploadAsync(bytes, name)).Location!, "No se pudo leer")).Text("main");

    private Task<Answer> SeenAsync(string path, string words) =>
        ramiro.EventuallyAsync(path, page => page.Text("main").Contains(words, StringComparison.Ordinal));

    private async Task<string> RefusalAsync(byte[] bytes, string name) => (await UploadAsync(bytes, name)).Text(".field-error");

    private async Task<string> FirstRowAsync(string path)
    {
        await using var db = app.Db();
        var import = int.Parse(path.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);
        return $"{await db.Database.SqlQuery<long>($"""SELECT min(id) AS "Value" FROM app.import_rows WHERE import_id = {import}""").SingleAsync()}";
    }

    private async Task<Answer> UploadAsync(byte[] bytes, string name)
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
