using System.Globalization;
using System.Net;
using System.Text;
using Acervo.Modules.Imports.Keeping;
using Acervo.Platform.Accounts;
using Acervo.Platform.Reference;
using Acervo.Platform.Tables.Imports;
using Acervo.Tests.Platform.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Modules.Admin;

/// <summary>The same: its tables, doubts, corrections, remembered columns and term.</summary>
public sealed partial class ImportTests
{
    [Fact]
    public async Task Of_several_tables_one_is_chosen_the_others_are_named_and_each_may_follow()
    {
        var book = await Books.WriteAsync(("Enero", [["Código", "Nombre"], ["e1", "Uno"], ["e2", "Dos"], ["Código", "Nombre"], ["e3", "Tres"], [],
                ["Cod", "Denominación", "Fuente"], ["f1", "Otra", "Norma"]], []),
            ("Febrero", [["Código", "Nombre"], ["m1", "Marzo"]], []), ("Notas", [["Hecho a mano"]], []));

        var columns = await ramiro.VisitAsync(await SendAsync(book, "meses.xlsx"));

        var list = columns.Text("[aria-labelledby=tablas]");
        Assert.Contains("Enero, desde la fila 1: 3 filas", list, StringComparison.Ordinal);
        Assert.Contains("Enero, desde la fila 7: 1 fila", list, StringComparison.Ordinal);
        Assert.Contains("Febrero, desde la fila 1: 1 fila", list, StringComparison.Ordinal);
        Assert.Contains("Notas: 1 fila, sin nombres de columnas", list, StringComparison.Ordinal);
        var chosen = columns.Page.QuerySelector("[aria-labelledby=tablas] a[href*=Febrero]")!.GetAttribute("href")!;
        var path = (await ramiro.PostFormAsync(chosen)).Location!;

        var triage = await ramiro.VisitAsync(path);
        Assert.Contains("Todas1Entran1", triage.Text(".tabs"), StringComparison.Ordinal);
        Assert.Contains("«Enero», desde la fila 7: 1 fila", triage.Text(".other-tables"), StringComparison.Ordinal);
        Assert.Contains("«Notas»: 1 fila, sin nombres", triage.Text(".other-tables"), StringComparison.Ordinal);

        // The next one, without sending the file again; a heading said twice is no row.
        var next = (await ActAsync($"{path}/otra", ("hoja", "Enero"), ("fila", "1"))).Location!;
        var first = await ramiro.VisitAsync((await ramiro.PostFormAsync(next)).Location!);
        Assert.Contains("Todas3Entran3", first.Text(".tabs"), StringComparison.Ordinal);
        Assert.Contains("ya no está entre las del archivo", (await ActAsync($"{path}/otra", ("hoja", "Notas"), ("fila", "0"))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_nobody_saw_do_not_go_in()
    {
        var (path, seen) = await LookAsync("codigo,nombre\na,Uno\nb,Be\nc,Be\n"u8.ToArray(), "lista.csv");
        var doubt = seen.Page.QuerySelector("input[name=fila]")!.GetAttribute("value");
        await ActAsync($"{path}/decidir", ("fila", doubt), ("entra", "true"));

        Assert.Contains("ya no son las que usted vio", (await BeginAsync(path, seen)).Body, StringComparison.Ordinal);

        // As many as were seen, and others.
        await ActAsync($"{path}/decidir", ("fila", doubt), ("entra", "false"));
        Assert.Contains("ya no son las que usted vio", (await BeginAsync(path, seen)).Body, StringComparison.Ordinal);
        await ActAsync($"{path}/decidir", ("fila", doubt), ("entra", "true"));
        var decided = await ramiro.VisitAsync(path);

        await ramiro.PostFormAsync($"{path}/columnas", ("Name", "De otra manera"));
        Assert.Contains("ya no son las que usted vio", (await BeginAsync(path, decided)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Be", (await ramiro.VisitAsync(home)).Text("table"), StringComparison.Ordinal);
        await EnterAsync(path);
        Assert.Contains("Be", (await ramiro.VisitAsync(home)).Text("table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_began_goes_no_further_once_they_lost_the_role()
    {
        var (path, _) = await LookAsync("codigo,nombre\nb,Be\n"u8.ToArray(), "lista.csv");
        await EnterAsync(path);
        using var other = await app.SignInAsync(
            await app.SeedAsync(Cast.Somebody("Otra", $"{Guid.NewGuid():N}@example.gov.co", Cast.Habitat, Role.Administrator)));
        var import = int.Parse(path.Split('/')[2], CultureInfo.InvariantCulture);
        await using (var db = app.Db())
        {
            var work = (await db.Imports.SingleAsync(one => one.Id == import)).WorkId;
            await db.Database.ExecuteSqlAsync($"UPDATE app.work SET state = 'Cancelled', last_row = 0 WHERE id = {work}");
            await db.Database.ExecuteSqlAsync($"DELETE FROM app.grants WHERE person_id = (SELECT person_id FROM app.work WHERE id = {work})");
        }

        var stopped = await other.VisitAsync(path);
        await other.SendFormAsync(stopped.Page.QuerySelector("form[action$=reanudar]")!.GetAttribute("action")!, stopped);

        Assert.Contains("ya no tiene el permiso", (await other.EventuallyAsync(path,
            page => page.Text("main").Contains("permiso", StringComparison.Ordinal))).Text("main"), StringComparison.Ordinal);

        // The same of taking it back: another may begin that anew.
        await using (var db = app.Db())
        {
            await db.Database.ExecuteSqlAsync($"UPDATE app.imports SET state = 'Undoing' WHERE id = {import}");
        }

        await other.PostFormAsync($"{path}/deshacer");
        await other.EventuallyAsync(path, page => page.Text("main").Contains("Se deshizo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_answer_settles_equal_doubts_and_a_cell_is_corrected_where_it_is_looked_at()
    {
        await app.SeedAsync(new Term { Catalogue = code, Code = "z", Name = "Repetido", Sort = 2 });
        var book = Books.OpenDocument("""
            <t:table t:name="Hoja"><t:table-row><t:table-cell><x:p>Código</x:p></t:table-cell><t:table-cell><x:p>Nombre</x:p></t:table-cell>
            <t:table-cell><x:p>Fuente</x:p></t:table-cell><t:table-cell><x:p>Desde</x:p></t:table-cell></t:table-row>
            <t:table-row><t:table-cell><x:p>b</x:p></t:table-cell><t:table-cell><x:p>Repetido</x:p></t:table-cell></t:table-row>
            <t:table-row><t:table-cell><x:p>c</x:p></t:table-cell><t:table-cell><x:p>Repetido</x:p></t:table-cell></t:table-row>
            <t:table-row><t:table-cell><x:p>d</x:p></t:table-cell><t:table-cell t:number-rows-spanned="2"><x:p>De</x:p></t:table-cell>
            <t:table-cell c:value-type="error"><x:p>#N/A</x:p></t:table-cell></t:table-row>
            <t:table-row><t:table-cell><x:p>e</x:p></t:table-cell><t:covered-table-cell/><t:table-cell/>
            <t:table-cell><x:p>ayer</x:p></t:table-cell></t:table-row>
            <t:table-row><t:table-cell><x:p>f</x:p></t:table-cell><t:table-cell><x:p>Efe</x:p></t:table-cell><t:table-cell/>
            <t:table-cell><x:p>ayer</x:p></t:table-cell></t:table-row></t:table>
            """);
        var (path, triage) = await LookAsync(book, "lista.ods");

        Assert.Contains("Todas5Entran0Con advertencia0Por decidir3No entran2", triage.Text(".tabs"), StringComparison.Ordinal);
        Assert.Contains("«Fuente» trae el error #N/A", triage.Text("table"), StringComparison.Ordinal);
        Assert.Contains("«Nombre» sale de la celda combinada que empieza en la fila 4", triage.Text("table"), StringComparison.Ordinal);
        Assert.Contains("Aplicar a las 2 filas con la misma duda", triage.Text("table"), StringComparison.Ordinal);
        await ActAsync($"{path}/decidir", ("fila", triage.Page.QuerySelector("input[name=fila]")!.GetAttribute("value")), ("entra", "true"), ("todas", "true"));
        triage = await ramiro.VisitAsync(path);
        Assert.Contains("2 filas entran por decisión suya", triage.Text("main"), StringComparison.Ordinal);

        // What is typed and refused stays, and so does what was decided.
        var fifth = triage.Page.QuerySelector("#fila-5 a[href*='/filas/']")!.GetAttribute("href")!;
        var refused = await ramiro.PostFormAsync(fifth, ("campo-from", "31/02/2025"));
        Assert.Contains("«31/02/2025» no es una fecha", refused.Text("main"), StringComparison.Ordinal);
        Assert.Equal("31/02/2025", refused.Page.QuerySelector("input[name=campo-from]")!.GetAttribute("value"));
        refused = await ramiro.PostFormAsync(fifth, ("campo-from", "ayer"));
        Assert.Contains("También en 1 fila que no entra", refused.Text("main"), StringComparison.Ordinal);

        // A correction holds for all that say the same, if one likes; a row that repeats another is told of it.
        Assert.Equal($"{path}?estado=decision#fila-5",
            (await ramiro.PostFormAsync(fifth, ("campo-from", "2025-02-01"), ("todas", "from"), ("campo-code", "f"))).Location);
        triage = await ramiro.VisitAsync(path);
        Assert.Contains("Por decidir4No entran1", triage.Text(".tabs"), StringComparison.Ordinal);
        Assert.Contains("El código «f» ya está en la fila 5", triage.Text("#fila-6"), StringComparison.Ordinal);
        Assert.Contains("la celda de «Vigente desde» dice «ayer»", triage.Text("#fila-6"), StringComparison.Ordinal);
        Assert.Contains("Entra, por decisión", triage.Text("#fila-2"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ramiro.VisitAsync($"{path}/filas/999999")).Status);
        Assert.Contains("Filas incorporadas: 2", (await EnterAsync(path)).Text("main"), StringComparison.Ordinal);
        Assert.Contains("no se pueden corregir", (await ramiro.PostFormAsync(fifth, ("campo-from", "2025-02-02"))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_are_remembered_under_a_name_and_proposed_only_where_they_fit()
    {
        var name = $"Formato {code}";
        var columns = await SendAsync("Seña rara,Nombre,Fuente\nb,Be,N\n"u8.ToArray(), "lista.csv");
        Assert.Contains("Escriba un nombre", (await ramiro.PostFormAsync(columns, ("columna-0", "code"), ("Name", ""))).Text("main"), StringComparison.Ordinal);
        await ramiro.PostFormAsync(columns, ("columna-0", "code"), ("Name", name));

        // All that it knows is there, and one column more.
        var fits = await ramiro.VisitAsync(await SendAsync("Nombre,Notas,Seña rara,Fuente\nBe,x,b,N\n"u8.ToArray(), "otra.csv"));
        Assert.Contains($"se guardó como «{name}»", fits.Text("main"), StringComparison.Ordinal);
        Assert.Equal("code", Choice(fits, 2));
        var other = await ramiro.VisitAsync(await SendAsync("Nombre,Seña rara\nBe,b\n"u8.ToArray(), "otra.csv"));
        Assert.DoesNotContain("se guardó como", other.Text("main"), StringComparison.Ordinal);
        Assert.Equal("", Choice(other, 1));

        var list = await ramiro.VisitAsync("/importaciones/columnas");
        Assert.Contains("Seña rara es Código", list.Text("table"), StringComparison.Ordinal);
        var saved = list.Href(name)!;
        Assert.Contains("Escriba el nombre", (await ramiro.PostFormAsync(saved, ("Name", ""))).Text("main"), StringComparison.Ordinal);
        Assert.Equal("/importaciones/columnas", (await ramiro.PostFormAsync(saved, ("Name", $"{name} 2"))).Location);
        Assert.NotNull((await ramiro.VisitAsync("/importaciones/columnas")).Href($"{name} 2"));
        using var lucia = await app.SignInAsync(await app.SeedAsync(Cast.Contributor().Apart()));
        Assert.Equal(HttpStatusCode.NotFound, (await lucia.VisitAsync(saved)).Status);
        Assert.Contains("No hay columnas guardadas", (await lucia.VisitAsync("/importaciones/columnas")).Text("main"), StringComparison.Ordinal);
        Assert.Equal("/importaciones/columnas", (await ActAsync($"{saved}/borrar")).Location);
        Assert.Null((await ramiro.VisitAsync("/importaciones/columnas")).Href($"{name} 2"));
        Assert.Equal(HttpStatusCode.NotFound, (await ramiro.VisitAsync(saved)).Status);

        static string? Choice(Answer page, int column) =>
            page.Page.QuerySelector($"select[name=columna-{column}] option[selected]")?.GetAttribute("value") ?? "";
    }

    [Fact]
    public async Task What_is_used_elsewhere_stays_says_why_and_all_the_rest_is_taken_back()
    {
        var (path, _) = await LookAsync("codigo,nombre\nb,Be\nc,Ce\nd,De\n"u8.ToArray(), "lista.csv");
        await EnterAsync(path);
        var lucia = await app.SeedAsync(Cast.Contributor().Apart());
        await using var db = app.Db();
        await db.Database.ExecuteSqlAsync($"""
            UPDATE app.people SET unit_id = (SELECT id FROM app.terms WHERE catalogue = {code} AND code = 'c') WHERE id = {lucia.Id}
            """, TestContext.Current.CancellationToken);

        Assert.Equal(path, (await ramiro.PostFormAsync($"{path}/deshacer")).Location);

        var undone = await SeenAsync(path, "Se deshizo");
        Assert.Contains("Filas que no se deshicieron: 1", undone.Text("main"), StringComparison.Ordinal);
        Assert.Contains("ya se usa en otra parte", undone.Text("#fila-3"), StringComparison.Ordinal);
        var left = await db.Terms.Where(term => term.Catalogue == code).Select(term => term.Code).OrderBy(one => one)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["a", "c"], left);
        Assert.Contains("No hay nada que deshacer", (await ramiro.PostFormAsync($"{path}/deshacer")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_table_is_judged_and_taken_back_in_slices_and_after_its_term_only_its_counts_are_kept()
    {
        var table = "codigo,nombre\n" + string.Concat(Enumerable.Range(1, 620).Select(n => $"l{n},Nombre {n}\n")) + "l3,Repetido\n,Sin código\n";
        var path = (await ramiro.PostFormAsync(await SendAsync(Encoding.UTF8.GetBytes(table), "larga.csv"))).Location!;
        var triage = await SeenAsync(path, "Incorporar 620 filas");
        Assert.Contains("El código «l3» ya está en la fila 4", (await ramiro.VisitAsync($"{path}?estado=rechazadas")).Text("table"), StringComparison.Ordinal);
        Assert.Contains("se guardan hasta el", triage.Text("main"), StringComparison.Ordinal);
        await EnterAsync(path);

        Assert.Equal(path, (await ramiro.PostFormAsync($"{path}/deshacer")).Location);
        await SeenAsync(path, "Se deshizo");
        await using var db = app.Db();
        Assert.Equal(1, await db.Terms.CountAsync(term => term.Catalogue == code, TestContext.Current.CancellationToken));
        var id = int.Parse(path.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);
        var deeds = await db.Database.SqlQuery<int>($"""SELECT row_count AS "Value" FROM app.audit WHERE subject = {"import/" + id} ORDER BY row_count""")
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([120, 120, 250, 250, 250, 250], deeds);

        var other = await LookAsync("codigo,nombre\nq,Cu\n"u8.ToArray(), "otra.csv");
        await db.Imports.Where(import => import.Id == id).ExecuteUpdateAsync(set => set.SetProperty(import => import.AskedAt,
            app.Clock.GetUtcNow().UtcDateTime.AddDays(-91)), TestContext.Current.CancellationToken);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SweepImports>().Execute(null!, TestContext.Current.CancellationToken);
        }

        var kept = await ramiro.VisitAsync(path);
        Assert.Contains("ya no se guardan", kept.Text("main"), StringComparison.Ordinal);
        Assert.Contains("No entran2 filas", kept.Text(".facts"), StringComparison.Ordinal);
        Assert.Contains("larga.csv", (await ramiro.VisitAsync("/importaciones")).Text("table"), StringComparison.Ordinal);
        Assert.Equal(0, await db.ImportRows.CountAsync(row => row.ImportId == id, TestContext.Current.CancellationToken));
        Assert.Contains("Incorporar 1 fila", (await ramiro.VisitAsync(other.Path)).Text("main"), StringComparison.Ordinal);
    }
}
