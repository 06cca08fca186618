using System.Diagnostics;

namespace Acervo.Platform.Data;

/// <summary>Finds and runs PostgreSQL's own programs, as an ordinary user even when Acervo runs as root.</summary>
internal sealed class PostgresPrograms
{
    private const string ServerUser = "postgres";

    private static readonly Dictionary<string, string> NoEnvironment = [];

    private PostgresPrograms(string folder) => Folder = folder;

    public string Folder { get; }

    public static bool AsRoot => Environment.UserName == "root" || Environment.IsPrivilegedProcess;

    /// <exception cref="RuleException">PostgreSQL is not installed.</exception>
    public static PostgresPrograms Find()
    {
        var folder = Candidates().Find(path => File.Exists(Path.Combine(path, "initdb")) && File.Exists(Path.Combine(path, "pg_ctl")));
        return folder is null
            ? throw new RuleException("No se encontró PostgreSQL. Instálelo con: apt-get install postgresql")
            : new PostgresPrograms(folder);
    }

    /// <summary>Runs one program to its end and returns its exit code and everything it printed.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancel)
    {
        using var process = Start(program, arguments, NoEnvironment);
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var error = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, await output + await error);
        }
        finally
        {
            EndOf(process);
        }
    }

    /// <summary>Runs one program with bytes going in and coming out; returns its exit code and its complaints.</summary>
    public async Task<(int ExitCode, string Error)> PipeAsync(
        string program, IEnumerable<string> arguments, Stream? input, Stream? output, IReadOnlyDictionary<string, string> environment, CancellationToken cancel)
    {
        using var process = Start(program, arguments, environment);
        try
        {
            var error = process.StandardError.ReadToEndAsync(cancel);
            var reading = process.StandardOutput.BaseStream.CopyToAsync(output ?? Stream.Null, cancel);
            await FeedAsync(process, input, cancel);
            await reading;
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, await error);
        }
        finally
        {
            EndOf(process);
        }
    }

    /// <summary>Whoever stops waiting leaves nothing at work behind.</summary>
    private static void EndOf(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static async Task FeedAsync(Process process, Stream? input, CancellationToken cancel)
    {
        try
        {
            await (input ?? Stream.Null).CopyToAsync(process.StandardInput.BaseStream, cancel);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended before it had read everything; its exit code and complaints say why.
        }
    }

    /// <summary>How a program is called, as the user who runs the server.</summary>
    public string[] CommandOf(string program) => AsRoot ? ["runuser", "-u", ServerUser, "--", PathOf(program)] : [PathOf(program)];

    private Process Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var command = CommandOf(program);
        var start = new ProcessStartInfo(command[0], [.. command[1..], .. arguments]) { UseShellExecute = false };
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        start.WorkingDirectory = "/";
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    /// <summary>Beside the server's programs, or wherever else the distribution keeps this one.</summary>
    private string PathOf(string program)
    {
        if (Path.IsPathRooted(program))
        {
            return program;
        }

        var folder = Candidates().Prepend(Folder).FirstOrDefault(path => File.Exists(Path.Combine(path, program)));
        return folder is null ? throw new RuleException($"No se encontró {program}. Instálelo con: apt-get install postgresql") : Path.Combine(folder, program);
    }

    private static List<string> Candidates()
    {
        List<string> candidates = [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)];
        if (Directory.Exists("/usr/lib/postgresql"))
        {
            candidates.InsertRange(0, Directory.GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(path => int.TryParse(Path.GetFileName(path), out var major) ? major : 0)
                .Select(path => Path.Combine(path, "bin")));
        }

        return candidates;
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
