using System.Diagnostics;

namespace Acervo.Platform.Data;

/// <summary>Finds and runs PostgreSQL's own programs, as an ordinary user even when Acervo runs as root.</summary>
internal sealed class PostgresPrograms
{
    private const string ServerUser = "postgres";

    private PostgresPrograms(string folder) => Folder = folder;

    public string Folder { get; }

    public static bool AsRoot => Environment.UserName == "root" || Environment.IsPrivilegedProcess;

    /// <exception cref="RuleException">PostgreSQL is not installed.</exception>
    public static PostgresPrograms Find()
    {
        var candidates = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).ToList();
        if (Directory.Exists("/usr/lib/postgresql"))
        {
            candidates.AddRange(Directory.GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(path => int.TryParse(Path.GetFileName(path), out var major) ? major : 0)
                .Select(path => Path.Combine(path, "bin")));
        }

        var folder = candidates.Find(path => File.Exists(Path.Combine(path, "initdb")) && File.Exists(Path.Combine(path, "pg_ctl")));
        return folder is null
            ? throw new RuleException("No se encontró PostgreSQL. Instálelo con: apt-get install postgresql")
            : new PostgresPrograms(folder);
    }

    /// <summary>Runs one program to its end and returns its exit code and everything it printed.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var path = Path.IsPathRooted(program) ? program : Path.Combine(Folder, program);
        var start = AsRoot ? new ProcessStartInfo("runuser", ["-u", ServerUser, "--", path]) : new ProcessStartInfo(path);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        start.WorkingDirectory = "/";
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var error = process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return (process.ExitCode, await output + await error);
    }

    /// <summary>Makes a folder that the server's user owns and nobody else enters.</summary>
    public async Task MakeFolderAsync(string path, CancellationToken cancel)
    {
        Directory.CreateDirectory(path);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (AsRoot)
        {
            using var chown = Process.Start("chown", [ServerUser, path]);
            await chown.WaitForExitAsync(cancel);
        }
    }
}
