using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Acervo.Platform.Backups;
using Acervo.Platform.Editorial;
using Acervo.Platform.Publications;
using Acervo.Platform.Tables.Imports;
using Acervo.Platform.Usage;
using Acervo.Platform.Work;
using Acervo.Ui;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Acervo.Platform.Modules;

/// <summary>What a module may say of itself: its classes, tables, menu, API and jobs.</summary>
public sealed class ModuleSetup(IServiceCollection services, ModuleList modules, string name, bool isOn)
{
    /// <summary>The kinds of publication of every module that is on; filled when all have described themselves.</summary>
    public PublicationKinds Kinds => modules.Kinds;

    /// <summary>The kinds of dossier of the same.</summary>
    public EditorialKinds Dossiers => modules.Dossiers;

    /// <summary>A class of the module, injected as itself, one per request.</summary>
    public ModuleSetup Use<T>()
        where T : class
    {
        services.AddScoped<T>();
        return this;
    }

    /// <summary>The module's tables. They are in the model even when the module is off: its data stays.</summary>
    public ModuleSetup Entities(Action<ModelBuilder> describe)
    {
        services.AddSingleton(new EntityMap(describe));
        return this;
    }

    /// <summary>A kind of publication that the module puts on the site.</summary>
    public ModuleSetup Publishes(PublicationKind kind)
    {
        if (isOn)
        {
            modules.Kinds.Add(kind);
        }

        return this;
    }

    /// <summary>The same, of which the module keeps facts in tables of its own; a kind that is off is withdrawn with them too.</summary>
    public ModuleSetup Publishes<TFacts>(PublicationKind kind)
        where TFacts : PublicationFacts
    {
        services.AddKeyedScoped<PublicationFacts, TFacts>(kind.Kind);
        return Publishes(kind);
    }

    /// <summary>A way in which publications are kin, of whatever kinds.</summary>
    public ModuleSetup Relates(RelationKind relation)
    {
        if (isOn)
        {
            modules.Relations.Add(relation);
        }

        return this;
    }

    /// <summary>A channel that the module names in its links to publications (<c>?canal=code</c>): readings that come by it are counted apart.</summary>
    public ModuleSetup ReadBy(UsageChannel channel)
    {
        (isOn ? modules.Channels : new()).Add(channel);
        return this;
    }

    /// <summary>A kind of dossier that people of the entity write, review and publish, with nothing beyond its form.</summary>
    public ModuleSetup Edits(EditorialKind kind)
    {
        if (isOn)
        {
            modules.Dossiers.Add(kind);
        }

        return kind.IsAdaptable ? Relates(Adaptation.Kind) : this;
    }

    /// <summary>The same with rules of the module's own.</summary>
    public ModuleSetup Edits<TRules>(EditorialKind kind)
        where TRules : EditorialRules
    {
        services.AddKeyedScoped<EditorialRules, TRules>(kind.Kind);
        return Edits(kind);
    }

    /// <summary>An entry of the public menu.</summary>
    public ModuleSetup PublicMenu(string text, string href, int order)
    {
        if (isOn)
        {
            modules.PublicMenu.Add((order, new MenuItem(text, href)));
        }

        return this;
    }

    /// <summary>A small link beside the entity's name.</summary>
    public ModuleSetup AsideMenu(string text, string href, int order)
    {
        if (isOn)
        {
            modules.AsideMenu.Add((order, new MenuItem(text, href)));
        }

        return this;
    }

    /// <summary>A link of the footer, under the heading of its group.</summary>
    public ModuleSetup FooterMenu(string group, string text, string href, int order, Func<SiteIdentity, bool>? shown = null)
    {
        if (isOn)
        {
            modules.FooterMenu.Add((order, new MenuItem(text, href, Group: group) { IsShown = shown }));
        }

        return this;
    }

    /// <summary>An act in the staff rail; the count, if any, is asked per request.</summary>
    public ModuleSetup StaffMenu(StaffMenuEntry entry)
    {
        if (isOn)
        {
            modules.StaffMenu.Add(entry);
        }

        return this;
    }

    /// <summary>What of the module waits for a person, for the inbox.</summary>
    public ModuleSetup Inbox<T>(Func<T, Me, CancellationToken, Task<IReadOnlyList<InboxRow>>> waiting)
        where T : class
    {
        Use<T>();
        if (isOn)
        {
            modules.Inbox.Add((services, me, cancel) => waiting(services.GetRequiredService<T>(), me, cancel));
        }

        return this;
    }

    /// <summary>
    /// What the module's acts and records are called in the audit trail. They stand in it even when the module is off, without leading anywhere then.
    /// </summary>
    public ModuleSetup Trail(TrailSubject subject, params TrailVerb[] verbs)
    {
        modules.Trail.Add(isOn ? subject : subject with { FindAsync = async (db, ids, cancel) => WithoutPages(await subject.FindAsync(db, ids, cancel)) },
            verbs);
        return this;
    }

    /// <summary>Acts that a restore must not undo, and how one is done again.</summary>
    public ModuleSetup Lasts(IEnumerable<string> verbs, Func<IServiceProvider, LastingAct, CancellationToken, Task> repeat)
    {
        foreach (var verb in verbs)
        {
            modules.Lasting.Add(verb, repeat);
        }

        return this;
    }

    /// <summary>What a verification of the trail compares with the module's rows, also when the module is off.</summary>
    public ModuleSetup Witness<T>()
        where T : class, IAuditWitness
    {
        services.AddSingleton<IAuditWitness, T>();
        return this;
    }

    /// <summary>Addresses of the module's pages that its files alone cannot say.</summary>
    public ModuleSetup Pages(IPageRouteModelConvention convention)
    {
        if (isOn)
        {
            modules.PageConventions.Add(convention);
        }

        return this;
    }

    /// <summary>API functions and downloads; without routes when the module is off.</summary>
    public ModuleSetup Routes(Action<IEndpointRouteBuilder> map)
    {
        if (isOn)
        {
            modules.Routes.Add(map);
        }

        return this;
    }

    /// <summary>A job on a schedule (Quartz cron, America/Bogota), run by one node at a time.</summary>
    public ModuleSetup Every<TJob>(string cron)
        where TJob : class, IJob
    {
        services.AddScoped<TJob>();
        if (isOn)
        {
            modules.Jobs.Add((name, typeof(TJob), cron));
        }

        return this;
    }

    /// <summary>A kind of long work that the module does when a person asks for it.</summary>
    public ModuleSetup Works<TWorker>(string kind)
        where TWorker : Worker
    {
        services.AddKeyedScoped<Worker, TWorker>(kind);
        if (isOn)
        {
            modules.Work.Add(kind);
        }

        return this;
    }

    /// <summary>Something of the module that people bring in from sheets.</summary>
    public ModuleSetup Imports<TKind>(string kind)
        where TKind : ImportKind
    {
        if (isOn)
        {
            services.AddKeyedScoped<ImportKind, TKind>(kind);
        }

        return this;
    }

    private static Dictionary<int, TrailRecord> WithoutPages(Dictionary<int, TrailRecord> records) =>
        records.ToDictionary(record => record.Key, record => record.Value with { Href = null });
}
