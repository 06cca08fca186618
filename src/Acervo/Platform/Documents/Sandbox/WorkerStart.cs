using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Acervo.Platform.Documents.Sandbox;

/// <summary>Builds the command that starts a worker: this same program, under limits, without network and without our environment.</summary>
internal static class WorkerStart
{
    private static readonly string[] Kept = ["PATH", "HOME", "LANG", "LC_ALL", "DOTNET_ROOT", "TESSDATA_PREFIX"];
    private static readonly Lazy<string[]> NetworkLess = new(() =>
        new[] { "-rn", "-n" }.Where(option => Works("unshare", option, "true")).Select(option => new[] { "unshare", option }).FirstOrDefault() ?? []);
    private static readonly Lazy<bool> HasLimits = new(() => Works("prlimit", "--core=0", "true"));

    /// <summary>Tells a worker whether it could reach the network: programs that follow links are not run then.</summary>
    private const string NetworkVariable = "ACERVO_NETWORK";
    private const string OpenNetwork = "open";

    /// <summary>Whether this process is a worker that the kernel did not cut off.</summary>
    public static bool CouldReachNetwork => Environment.GetEnvironmentVariable(NetworkVariable) == OpenNetwork;

    /// <summary>The kernel lets us cut the network off; containers often forbid it.</summary>
    public static bool IsNetworkCut => NetworkLess.Value.Length > 0;

    public static ProcessStartInfo Build(WorkerLimits limits, string scratch, params string[] arguments)
    {
        List<string> command = [.. NetworkLess.Value, .. HasLimits.Value ? Limited(limits) : [], .. Self(), .. arguments];

        var start = new ProcessStartInfo(command[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false
        };
        command.Skip(1).ToList().ForEach(start.ArgumentList.Add);
        var environment = Kept.Select(name => (name, Value: Environment.GetEnvironmentVariable(name))).Where(pair => pair.Value is not null).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["TMPDIR"] = scratch;
        start.Environment[NetworkVariable] = IsNetworkCut ? "cut" : OpenNetwork;
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x" + limits.HeapBytes.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }

    private static string[] Limited(WorkerLimits limits) =>
    [
        "prlimit", $"--as={limits.AddressSpaceBytes}", $"--cpu={limits.CpuSeconds}", $"--nproc={limits.Processes}", $"--fsize={limits.WrittenFileBytes}",
        "--core=0",
    ];

    /// <summary>The program that runs is this one, whether started by its own name, by the dotnet host or inside the tests.</summary>
    private static string[] Self()
    {
        var assembly = typeof(WorkerStart).Assembly.Location;
        if (assembly.Length == 0)
        {
            return [Environment.ProcessPath!];
        }

        var host = Path.ChangeExtension(assembly, null);
        return File.Exists(host) ? [host] : ["dotnet", assembly];
    }

    private static bool Works(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false
            });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
