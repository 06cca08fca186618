using System.CommandLine;
using Acervo.Platform.Modules;

namespace Acervo.Platform.Commands;

/// <summary><c>acervo seed</c>: invented content; each module brings its own.</summary>
internal static class SeedCommand
{
    public static Command Create()
    {
        var command = new Command("seed", "Llena el sitio con contenido inventado.");
        foreach (var seed in ModuleList.All().SelectMany(module => module.SeedCommands()))
        {
            command.Subcommands.Add(seed);
        }

        return command;
    }
}
