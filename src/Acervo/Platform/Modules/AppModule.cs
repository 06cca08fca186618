using System.CommandLine;

namespace Acervo.Platform.Modules;

/// <summary>What Acervo does for people in one trade. A module tells its whole story in one file that derives from this.</summary>
public abstract class AppModule
{
    /// <summary>The name of the module's folder, and of its switch in configuration (<c>Modules:Name=false</c> turns it off).</summary>
    public abstract string Name { get; }

    /// <summary>Whether the others stand on it, so that it cannot be turned off.</summary>
    public virtual bool IsEssential => false;

    public abstract void Describe(ModuleSetup setup);

    /// <summary>Commands of <c>acervo seed</c> that fill the site with the module's invented content.</summary>
    public virtual IEnumerable<Command> SeedCommands() => [];
}
