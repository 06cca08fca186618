using System.Diagnostics;
using Acervo.Platform.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Tests.Platform.Accounts;

/// <summary>The first administrator comes in through the command line.</summary>
public sealed class UserCommandTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task It_prints_a_link_that_opens_an_account()
    {
        var (code, output) = await RunAsync("", "user", "add", "--email", "primera@example.gov.co", "--name", "Primera Persona", "--role", "Administrator");
        Assert.Equal(0, code);
        using var visitor = app.CreateClient();
        var path = new Uri(output.Trim()).PathAndQuery;
        Assert.Equal("/inicio", (await visitor.PostFormAsync(path, ("Password", "frase inicial de la primera"))).Location);
        Assert.Contains("Personas", (await visitor.VisitAsync("/admin/personas")).Text("h1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_sets_a_password_that_must_be_replaced()
    {
        var (code, _) = await RunAsync(
            "frase de una sola vez\n", "user", "add", "--email", "segunda@example.gov.co", "--name", "Segunda", "--role", "Contributor", "--unit",
            "Agencia de Hábitat de Pruebas", "--password-stdin");
        Assert.Equal(0, code);
        await using var db = app.Db();
        var person = await db.People.SingleAsync(one => one.Email == "segunda@example.gov.co", TestContext.Current.CancellationToken);
        Assert.True(person.MustChangePassword);
        Assert.Equal(Cast.Habitat, person.UnitId);
    }

    [Fact]
    public async Task It_refuses_a_short_password_and_an_unknown_unit_with_a_sentence()
    {
        var (code, output) = await RunAsync("corta\n", "user", "add", "--email", "x@example.gov.co", "--name", "X", "--role", "Contributor",
            "--password-stdin");
        Assert.Equal((1, true), (code, output.Contains("al menos 12 caracteres", StringComparison.Ordinal)));
        (code, output) = await RunAsync("", "user", "add", "--email", "x@example.gov.co", "--name", "X", "--role", "Contributor", "--unit", "Nada");
        Assert.Equal((1, true), (code, output.Contains("No hay una entidad o dependencia «Nada»", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_address_that_is_not_of_the_entity_is_refused_until_it_is_confirmed()
    {
        string[] add = ["user", "add", "--email", "tercera@correo.example", "--name", "Tercera", "--role", "Contributor"];
        var (code, output) = await RunAsync("", add);
        Assert.Equal((1, true), (code, output.Contains("El correo no es institucional: no termina en .gov.co.", StringComparison.Ordinal)));
        (code, output) = await RunAsync("", [.. add, "--outside"]);
        Assert.Equal((0, true), (code, output.Contains("/invitacion/", StringComparison.Ordinal)));
    }

    private async Task<(int Code, string Output)> RunAsync(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Acervo.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Database__Primary"] = app.Connections.Owner;
        start.Environment["Database__DataFolder"] = app.Folder.Root;
        start.Environment["Site__Url"] = app.Address.ToString();
        start.Environment["Logging__LogLevel__Default"] = "Error";
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
