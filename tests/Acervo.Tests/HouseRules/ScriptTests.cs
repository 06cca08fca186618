using System.Diagnostics;

namespace Acervo.Tests.HouseRules;

/// <summary>
/// What <c>bin/lib.sh</c> asks of the SDK, tried with a project that only writes down how it was built: a switch that one of its commands does not
/// know left everybody with a program that starts much more slowly, and nothing said so.
/// </summary>
public sealed class ScriptTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("acervo-script-").FullName;

    [Fact]
    public async Task The_program_is_compiled_ahead()
    {
        const string built = "$(Configuration), ahead: $(PublishReadyToRun), alone: $(SelfContained)";
        Write($"""<WriteLinesToFile File="$(MSBuildProjectDirectory)/built" Lines="{built}" />""");
        Assert.Equal("Compilando Acervo…", (await BuildAsync()).Trim());
        Assert.Equal("Release, ahead: true, alone: false", (await File.ReadAllTextAsync(InProject("built"), TestContext.Current.CancellationToken)).Trim());
    }

    [Fact]
    public async Task Whoever_gets_a_program_that_is_not_is_told()
    {
        Write("""<Error Condition="'$(PublishReadyToRun)' == 'true'" Text="There is no such package." />""");
        Assert.Contains("No se pudo compilar por adelantado: Acervo arrancará más despacio", await BuildAsync(), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private string InProject(string name) => Path.Combine(root, "src", "Acervo", name);

    /// <summary>A project in the place of ours, whose publishing is one step.</summary>
    private void Write(string step)
    {
        Directory.CreateDirectory(InProject(""));
        Directory.CreateDirectory(Path.Combine(root, "samples"));
        Directory.CreateDirectory(Path.Combine(root, "artifacts"));
        File.WriteAllText(InProject("packages.lock.json"), "");
        File.WriteAllText(Path.Combine(root, "artifacts", "program.lock.json"), "");
        File.WriteAllText(InProject("Acervo.csproj"), $"""<Project><Target Name="Restore" /><Target Name="Publish">{step}</Target></Project>""");
    }

    /// <summary>What the script says on the way.</summary>
    private async Task<string> BuildAsync()
    {
        var start = new ProcessStartInfo("bash", ["-c", "source \"$1/bin/lib.sh\" && root=$2 && build_program", "build", TestCluster.Repository, root])
        {
            RedirectStandardError = true,
            UseShellExecute = false
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, said);
        return said;
    }
}
