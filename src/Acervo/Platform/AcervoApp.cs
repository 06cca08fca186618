using System.Globalization;
using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Acervo.Platform.Backups;
using Acervo.Platform.Calendar;
using Acervo.Platform.Documents;
using Acervo.Platform.Documents.Sandbox;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Asking;
using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Editorial.Review;
using Acervo.Platform.Files;
using Acervo.Platform.Forms;
using Acervo.Platform.Health;
using Acervo.Platform.Http;
using Acervo.Platform.Http.Bodies;
using Acervo.Platform.Jobs;
using Acervo.Platform.Mail;
using Acervo.Platform.Modules;
using Acervo.Platform.OpenData;
using Acervo.Platform.Printing;
using Acervo.Platform.Publications;
using Acervo.Platform.Reference;
using Acervo.Platform.Search;
using Acervo.Platform.Settings;
using Acervo.Platform.Tables;
using Acervo.Platform.Telemetry;
using Acervo.Platform.Usage;
using Acervo.Platform.Work;
using Acervo.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Acervo.Platform;

/// <summary>Puts the web program together: the same for the server, for tests and for the benchmark.</summary>
public static class AcervoApp
{
    public static WebApplication Build(WebApplicationBuilder builder, DatabaseConnections connections, DataFolder folder)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("es-CO");
        QuietLogs(builder);
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateScopes, options.ValidateOnBuild) = (true, !builder.Environment.IsProduction()));
        builder.WebHost.ConfigureKestrel(ServerLimits.Apply);
        var modules = ModuleList.Describe(builder.Services, builder.Configuration);
        AddPlatform(builder, connections, folder, modules);
        builder.AddJobs(connections, modules);
        builder.AddTelemetry();
        builder.AddLogs();
        var app = builder.Build();
        UsePlatform(app, modules);
        foreach (var fault in app.Services.GetRequiredService<FormCatalogue>().Faults)
        {
            app.Logger.LogWarning("A form beside the data is left out: {Fault}", fault);
        }

        return app;
    }

    /// <summary>A line per request or statement costs more than most requests. Any other setting wins over these.</summary>
    private static void QuietLogs(WebApplicationBuilder builder) =>
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData =
        [
            new("Logging:LogLevel:Microsoft.AspNetCore", "Warning"),
            new("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Warning"),
        ],
        });

    private static void AddPlatform(WebApplicationBuilder builder, DatabaseConnections connections, DataFolder folder, ModuleList modules)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(connections);
        services.AddSingleton(folder);
        services.AddSingleton(modules);
        services.AddSingleton(modules.Kinds);
        services.AddSingleton(modules.Relations);
        services.AddSingleton(modules.Dossiers);
        services.AddSingleton(modules.Trail);
        services.AddSingleton<ActLedger>();
        services.AddAudit(builder.Configuration, folder);
        services.AddWork(modules.Work);
        services.AddTables();
        AddMaps(services, AccountsData.Describe, ReferenceData.Describe, EditorialData.Describe, DossierData.Describe, InquiryData.Describe, Reminder.Describe,
            PublicationsData.Describe, Outbox.Describe,
            AuditCheck.Describe, SiteRecord.Describe);
        services.AddScoped<SiteSettings>();
        services.AddScoped<SiteMarks>();
        services.AddMail(builder.Configuration);
        services.AddSingleton<SiteUrl>();
        services.AddSingleton<PrimaryFence>();
        services.AddSingleton<FencedConnections>();
        services.AddDbContext<AppDb>(
            (provider, options) => options.UseNpgsql(connections.App)
                .AddInterceptors(provider.GetRequiredService<FencedConnections>(), provider.GetRequiredService<DeedsOnCommit>())
                // Whoever asked is told by the exception, and the log by them.
                .ConfigureWarnings(log => log.Log((RelationalEventId.ConnectionError, LogLevel.Debug))),
            optionsLifetime: ServiceLifetime.Singleton);
        services.AddSingleton<PublicDb>();
        services.AddSingleton<DatabaseState>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<AwayPage>();
        services.AddSingleton<SiteIndex>();
        services.AddSingleton<HitTexts>();
        services.AddSingleton(new SpanishWordList(builder.Configuration["Search:Dictionary"] ?? SpanishWordList.Usual));
        services.AddSingleton<Spelling>();
        services.AddSingleton<Suggestions>();
        services.AddSingleton<Matcher>();
        services.AddSingleton<Synonyms>();
        services.AddSingleton<WordPairs>();
        services.AddSingleton<WordFamily>();
        services.AddSingleton<Searcher>();
        services.AddSingleton<SearchExamples>();
        services.AddSingleton<PublicPages>();
        services.AddSingleton<Kinship>();
        services.AddSingleton<InForce>();
        services.AddSingleton<RelatedItems>();
        services.AddSingleton<WordCounter>();
        services.AddHostedService(provider => provider.GetRequiredService<WordCounter>());
        services.AddHostedService<SiteListener>();
        services.AddSingleton(_ => FormCatalogue.Of(modules.Assemblies)
            .With(
            folder.PathOf(builder.Configuration["Forms:Folder"] ?? FormFolder.Name),
            new FormNames(modules.Kinds.All.Select(kind => kind.FormKind).OfType<string>().ToHashSet(StringComparer.Ordinal),
                modules.Kinds.All.Select(kind => kind.Kind).ToHashSet(StringComparer.Ordinal),
                modules.Relations.All.Select(relation => relation.Name).ToHashSet(StringComparer.Ordinal))));
        services.AddSingleton(_ => new DocumentReader());
        var compare = builder.Configuration.GetValue("Documents:ComparePrinted", true);
        services.AddSingleton(_ => new LimitedCleaner(LimitedCleaner.Limits, TimeProvider.System, compare));
        services.AddSingleton(new Chromium(Chromium.Installed));
        services.AddSingleton<PdfPrinter>();
        services.AddSingleton<KnownTerms>();
        services.AddSingleton<ChecklistMemory>();
        services.AddScoped<ReferenceLoader>();
        services.AddScoped<PlaceCatalogues>();
        services.AddScoped<SynonymTable>();
        services.AddScoped<ReferenceRefresh>();
        services.AddScoped<BusinessCalendar>();
        services.AddScoped<FileStore>();
        services.AddSingleton<FormPlaces>();
        services.AddSingleton<UploadFolder>();
        services.AddHostedService(provider => provider.GetRequiredService<UploadFolder>());
        services.AddScoped<Publisher>();
        services.AddSingleton<IAuditWitness, PublicationWitness>();
        services.AddHttpContextAccessor();
        services.AddAcervoAccounts(builder.Configuration);
        services.AddRazorPages(options =>
        {
            options.RootDirectory = "/Modules";
            foreach (var convention in modules.PageConventions)
            {
                options.Conventions.Add(convention);
            }

            options.Conventions.Add(new SwitchedOffPages(modules, builder.Environment.IsDevelopment()));
            options.Conventions.ConfigureFilter(new CleanInput());
            options.Conventions.ConfigureFilter(new PageRefusals());
            options.Conventions.ConfigureFilter(new Microsoft.AspNetCore.Mvc.ServiceFilterAttribute(typeof(StaffFrames)));
        });
        services.AddScoped<StaffFrames>();
        services.AddUi(builder.Configuration, modules.Navigation());
        services.AddUsage(modules.Channels);
        services.AddSingleton<PublicCache>();
        services.AddSiteCookies(builder.Configuration);
        // The first of all: what the framework itself puts before the program answers through it too.
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, EveryAnswer>());
        services.AddSingleton<SiteName>();
        services.AddOpenData();
        services.AddProblemDetails();
        services.Configure<MvcOptions>(options => options.ModelBindingMessageProvider.SetValueMustNotBeNullAccessor(_ => "Escriba un valor."));
    }

    private static void AddMaps(IServiceCollection services, params Action<ModelBuilder>[] maps)
    {
        foreach (var map in maps)
        {
            services.AddSingleton(new EntityMap(map));
        }
    }

    private static void UsePlatform(WebApplication app, ModuleList modules)
    {
        app.UseKnownProxies();
        app.Use(UnreadBody.LingerAsync);
        app.Use(CleanInput.BeginAsync);
        app.UseRouting();
        app.UseMiddleware<PublicCacheStep>();
        app.UseSiteCookies();
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseMiddleware<AwayStep>();
        app.Use(BodyBounds.SetAsync);
        app.UseAuthentication();
        app.UseAccountDuties();
        app.UseAuthorization();
        app.UseMiddleware<FormIntake>();
        app.UseAntiforgery();
        app.MapRazorPages();
        app.MapAssets().WithMetadata(new ProgramFileAttribute());
        HealthApi.Map(app);
        app.MapOpenData();
        // Every path, files too: without it an address nobody has would ask to sign in.
        app.MapFallback("{**path}", () => TypedResults.NotFound()).AllowAnonymous();
        foreach (var map in modules.Routes)
        {
            map(app.MapGroup("").AddEndpointFilter(new ApiRefusals()));
        }
    }
}
