using System.Reflection;
using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Acervo.Platform.Backups;
using Acervo.Platform.Editorial;
using Acervo.Platform.Publications;
using Acervo.Platform.Usage;
using Acervo.Ui;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Acervo.Platform.Modules;

/// <summary>The modules of this installation and what those that are on contributed.</summary>
public sealed class ModuleList
{
    private readonly List<string> off = [];

    private readonly HashSet<Assembly> assemblies = [];

    /// <summary>Where the modules' form files are.</summary>
    public IReadOnlyCollection<Assembly> Assemblies => assemblies;

    public PublicationKinds Kinds { get; } = new();

    public RelationKinds Relations { get; } = new();

    public EditorialKinds Dossiers { get; } = new();

    public UsageChannels Channels { get; } = new();

    public List<(int Order, MenuItem Item)> PublicMenu { get; } = [];

    public List<(int Order, MenuItem Item)> AsideMenu { get; } = [];

    public List<(int Order, MenuItem Item)> FooterMenu { get; } = [];

    public List<StaffMenuEntry> StaffMenu { get; } = [];

    public List<InboxSource> Inbox { get; } = [];

    public List<IPageRouteModelConvention> PageConventions { get; } = [];

    public List<Action<IEndpointRouteBuilder>> Routes { get; } = [];

    public List<(string Module, Type Job, string Cron)> Jobs { get; } = [];

    /// <summary>The kinds of long work that are done here.</summary>
    public List<string> Work { get; } = [.. Tables.TablesSetup.Work];

    public TrailWords Trail { get; } = new();

    /// <summary>How each module does again, after a restore, what must stay done; modules that are off too.</summary>
    public Dictionary<string, Func<IServiceProvider, LastingAct, CancellationToken, Task>> Lasting { get; } = [];

    /// <summary>Every module of the program, on or off; the only assembly scan there is.</summary>
    public static IEnumerable<AppModule> All() => Assembly.GetExecutingAssembly().GetTypes()
        .Where(type => type.IsSubclassOf(typeof(AppModule)))
        .Select(type => (AppModule)Activator.CreateInstance(type)!)
        .OrderBy(module => module.Name, StringComparer.Ordinal);

    /// <summary>Lets every module describe itself.</summary>
    public static ModuleList Describe(IServiceCollection services, IConfiguration configuration)
    {
        var list = new ModuleList();
        // Whoever builds the program may bring a module of its own, as tests do.
        foreach (var module in All().Concat(services.Select(service => service.ImplementationInstance).OfType<AppModule>().ToList()))
        {
            list.assemblies.Add(module.GetType().Assembly);
            var isOn = configuration.GetValue($"Modules:{module.Name}", defaultValue: true);
            if (!isOn && module.IsEssential)
            {
                throw new RuleException($"El módulo {module.Name} no se puede apagar: los demás se apoyan en él. Quite Modules:{module.Name} de la "
                    + "configuración.");
            }

            module.Describe(new ModuleSetup(services, list, module.Name, isOn));
            if (!isOn)
            {
                list.off.Add(module.Name);
            }
        }

        return list;
    }

    /// <summary>The menus of the public site.</summary>
    public Navigation Navigation() => new()
    {
        Main = [.. PublicMenu.OrderBy(entry => entry.Order).Select(entry => entry.Item)],
        Aside = [.. AsideMenu.OrderBy(entry => entry.Order).Select(entry => entry.Item)],
        Footer = [.. FooterMenu.OrderBy(entry => entry.Order).Select(entry => entry.Item)],
    };

    /// <summary>Whether a page of the tree <c>/Modules</c> belongs to a module that is switched off.</summary>
    public bool IsOff(string pagePath) => off.Exists(name => pagePath.StartsWith($"/Modules/{name}/", StringComparison.Ordinal));
}

/// <summary>An entry of the staff rail: who sees it and, where work waits, how much of it.</summary>
public sealed record StaffMenuEntry(string Group, string Text, string Href, string Icon, int Order, params Role[] For)
{
    /// <summary>What waits, by its number; what waits in all acts is counted with one question.</summary>
    public Func<AppDb, Me, IQueryable<int>>? Waiting { get; init; }

    /// <summary>What an empty inbox proposes to those who have this act; null when it is nothing to begin with.</summary>
    public string? Proposal { get; init; }

    /// <summary>Where the search box of the staff leads; null when this act has no search of its own.</summary>
    public string? Search { get; init; }

    /// <summary>Other addresses that belong to this act, where its own is not the start of them.</summary>
    public IReadOnlyList<string> Covers { get; init; } = [];
}
