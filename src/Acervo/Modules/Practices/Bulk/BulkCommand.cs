using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Acervo.Platform.Commands;

namespace Acervo.Modules.Practices.Bulk;

/// <summary><c>acervo seed bulk</c>: invented practices by the thousand.</summary>
internal static class BulkCommand
{
    public static Command Create()
    {
        var practices = new Option<int>("--practices") { Description = "Cuántas prácticas inventar.", DefaultValueFactory = _ => 10_000 };
        var seed = new Option<long>("--seed") { Description = "Semilla: con la misma, los mismos textos.", DefaultValueFactory = _ => 1 };
        var command = new Command("bulk", "Publica miles de prácticas inventadas, para medir y para probar el sitio a su tamaño real.") { practices, seed };
        command.SetAction(async (parsed, cancel) =>
        {
            if (parsed.GetValue(practices) is not (> 0 and <= 1_000_000) and var count)
            {
                throw new RuleException($"--practices debe estar entre 1 y 1.000.000, no {count}.");
            }

            await using var installation = await Installation.OpenAsync([], asServer: false, cancel);
            await using var app = installation.BuildApp();
            await using var scope = app.Services.CreateAsyncScope();
            var watch = Stopwatch.StartNew();
            await scope.ServiceProvider.GetRequiredService<BulkSeeder>().SowAsync(parsed.GetValue(practices), (ulong)parsed.GetValue(seed), new Bar(), cancel);
            var seconds = watch.Elapsed.TotalSeconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{parsed.GetValue(practices)} prácticas en {seconds:0.0} s ({parsed.GetValue(practices) / seconds:0} por segundo)"));
            return 0;
        });
        return command;
    }

    /// <summary>A bar on a terminal; nothing where the output goes to a file.</summary>
    private sealed class Bar : IProgress<BulkProgress>
    {
        private const int Width = 40;

        public void Report(BulkProgress value)
        {
            if (!Console.IsOutputRedirected)
            {
                var full = (int)((long)value.Done * Width / value.Of);
                Console.Write($"\r[{new string('#', full)}{new string('.', Width - full)}] {value.Done}/{value.Of}{(value.Done == value.Of ? "\n" : "")}");
            }
        }
    }
}
