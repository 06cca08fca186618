using System.Net;
using System.Text;
using Acervo.Platform.Accounts;

namespace Acervo.Tests.Modules.Admin;

/// <summary>People invited from a sheet: what each row is worth, who is invited, and what comes back.</summary>
public sealed class InviteSheetTests(AppHost app) : IClassFixture<AppHost>
{
    private const string List = "/admin/personas/invitaciones";

    private readonly string mark = $"{Guid.NewGuid():N}"[..8];

    [Fact]
    public async Task Rows_are_judged_invited_and_taken_back()
    {
        using var admin = await app.SignInAsync(await app.SeedAsync(Cast.Administrator().Apart()));
        var known = await app.SeedAsync(Cast.Contributor().Apart());
        var columns = await SendAsync(admin, $"""
            Nombre;Correo;Rol;Dependencia
            Alma {mark};alma.{mark}@example.gov.co;Autoría de fichas;Agencia de Hábitat de Pruebas
            Blas {mark};blas.{mark}@example.gov.co;revisión;
            Cruz {mark};cruz.{mark}@correo.example.com;Revisión;
            Dora {mark};dora-sin-arroba;Revisión;
            Elsa {mark};elsa.{mark}@example.gov.co;Jefatura;
            Fidel {mark};fidel.{mark}@example.gov.co;Revisión;Oficina que no existe
            Alma otra vez;alma.{mark}@example.gov.co;Revisión;
            Ya está;{known.Email};Revisión;
            """);
        var path = (await admin.PostFormAsync(columns)).Location!;

        var triage = await admin.VisitAsync(path);
        Assert.Contains("Entran2Con advertencia0Por decidir1No entran5", triage.Text(".tabs"), StringComparison.Ordinal);
        foreach (var sentence in new[]
        {
            "«dora-sin-arroba» no es un correo", "«Jefatura» no es un rol", "«Oficina que no existe» no es una entidad", "Ese correo ya está en la fila 2",
            "Ya hay una persona con ese correo", "El correo no termina en",
        })
        {
            Assert.Contains(sentence, triage.Text("table"), StringComparison.Ordinal);
        }

        await ActAsync(admin, $"{path}/incorporar", ("vistas", Value(triage, "vistas")), ("revision", Value(triage, "revision")));
        await admin.EventuallyAsync(path, page => page.Text("main").Contains("Terminó", StringComparison.Ordinal));
        var list = (await admin.VisitAsync(List)).Text("table");
        Assert.Contains($"Alma {mark}", list, StringComparison.Ordinal);
        Assert.Contains("Autoría de fichas, en Agencia de Hábitat de Pruebas", list, StringComparison.Ordinal);
        Assert.Contains($"Blas {mark}", list, StringComparison.Ordinal);
        Assert.DoesNotContain($"Cruz {mark}", list, StringComparison.Ordinal);
        Assert.StartsWith("/invitacion/", LetterBox.PathIn(await LetterBox.NewestAsync(app, $"alma.{mark}@example.gov.co")), StringComparison.Ordinal);

        Assert.Equal(path, (await admin.PostFormAsync($"{path}/deshacer")).Location);
        await admin.EventuallyAsync(path, page => page.Text("main").Contains("Se deshizo", StringComparison.Ordinal));
        Assert.DoesNotContain($"Alma {mark}", (await admin.VisitAsync(List)).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_read_without_a_file_and_only_administrators_invite()
    {
        using var admin = await app.SignInAsync(await app.SeedAsync(Cast.Administrator().Apart()));
        Assert.Contains("Elija una hoja", (await admin.PostFormAsync("/admin/personas/importar")).Text(".field-error"), StringComparison.Ordinal);
        using var lucia = await app.SignInAsync(await app.SeedAsync(Cast.Contributor().Apart()));
        Assert.Equal(HttpStatusCode.Forbidden, (await lucia.VisitAsync("/admin/personas/importar")).Status);
    }

    private static string? Value(Answer page, string name) => page.Page.QuerySelector($"input[name={name}]")!.GetAttribute("value");

    private static async Task<Answer> ActAsync(Visitor admin, string path, params (string Name, string? Value)[] fields)
    {
        var token = Value(await admin.VisitAsync("/inicio"), "__RequestVerificationToken");
        return await admin.PostAsync(path,
            [.. fields.Append(("__RequestVerificationToken", token)).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2!))]);
    }

    private static async Task<string> SendAsync(Visitor admin, string table)
    {
        var page = await admin.VisitAsync("/admin/personas/importar");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Value(page, "__RequestVerificationToken")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(table)), "file", "personas.csv" },
        };
        using var sent = await admin.Http.PostAsync("/admin/personas/importar", form, TestContext.Current.CancellationToken);
        var answer = await admin.EventuallyAsync(sent.Headers.Location!.ToString(),
            page => page.Location is not null || page.Text("main").Contains("No se pudo", StringComparison.Ordinal));
        return answer.Location ?? throw new InvalidOperationException(answer.Text("main"));
    }
}
