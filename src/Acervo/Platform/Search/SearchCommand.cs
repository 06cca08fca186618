using System.CommandLine;
using Acervo.Platform.Commands;

namespace Acervo.Platform.Search;

/// <summary><c>acervo search pairs</c>: tries which words find each other, for whoever changes the rule or doubts it.</summary>
internal static class SearchCommand
{
    private const int Columns = 3;

    public static Command Create() => new("search", "El buscador.") { Pairs() };

    private static Command Pairs()
    {
        var file = new Argument<FileInfo>("FILE.tsv") { Description = "Una línea de títulos y luego dos palabras y «yes» o «no», separados por tabuladores." };
        var command = new Command("pairs", "Prueba pares de palabras: si buscar una encuentra un texto que solo tiene la otra, en los dos sentidos.") { file };
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetValue(file)!;
            if (!path.Exists)
            {
                throw new RuleException($"No existe el archivo {path.Name}.");
            }

            var lines = await File.ReadAllLinesAsync(path.FullName, cancel);
            await using var installation = await Installation.OpenAsync([], asServer: false, cancel);
            await using var app = installation.BuildApp();
            await MigrateCommand.RefreshAsync(app, cancel);
            await TryAsync(lines, app.Services.GetRequiredService<WordPairs>(), cancel);
            return 0;
        });
        return command;
    }

    /// <summary>A line for each pair that is wrong, and the sum.</summary>
    private static async Task TryAsync(string[] lines, WordPairs pairs, CancellationToken cancel)
    {
        var (right, all) = (0, 0);
        foreach (var (line, number) in lines.Select((line, at) => (line, at + 1)).Skip(1).Where(one => one.line.Trim().Length > 0))
        {
            var cells = line.Split('\t');
            if (cells.Length != Columns || cells[2].Trim() is not ("yes" or "no"))
            {
                throw new RuleException($"Línea {number}: se esperan dos palabras y «yes» o «no», separados por tabuladores.");
            }

            var (there, back) = (await pairs.FindsAsync(cells[0], cells[1], cancel), await pairs.FindsAsync(cells[1], cells[0], cancel));
            var isRight = cells[2].Trim() == "yes" ? there && back : !there && !back;
            (right, all) = (right + (isRight ? 1 : 0), all + 1);
            if (!isRight)
            {
                Console.WriteLine($"{line}\t{(there ? "→" : "")}{(back ? "←" : "")}{(there || back ? "" : "—")}");
            }
        }

        Console.WriteLine($"{right} of {all} right");
    }
}
