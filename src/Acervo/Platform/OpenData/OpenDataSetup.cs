using System.Text.Encodings.Web;
using System.Text.Unicode;
using Acervo.Platform.Http;
using Acervo.Platform.OpenData.Api;
using Acervo.Platform.OpenData.Datasets;
using Acervo.Platform.OpenData.Feeds;
using Acervo.Platform.Publications;

namespace Acervo.Platform.OpenData;

/// <summary>Puts the machine-readable side of the site into the program: one registration serves every kind of publication.</summary>
internal static class OpenDataSetup
{
    public static void AddOpenData(this IServiceCollection services)
    {
        services.AddSingleton<PublishedVersions>();
        services.AddSingleton<PublicCards>();
        services.AddSingleton<FeedDesk>();
        services.AddSingleton<DatasetRows>();
        services.AddSingleton<DataCatalogue>();
        services.AddSingleton<PublicFiles>();
        services.AddSingleton<ShareCards>();
        services.AddSingleton<MetadataDesk>();
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));
        OpenApiSetup.AddTo(services);
    }

    public static void MapOpenData(this IEndpointRouteBuilder app)
    {
        var kinds = app.ServiceProvider.GetRequiredService<PublicationKinds>();
        var open = app.MapGroup("").AllowAnonymous().WithMetadata(new OpenAnswerAttribute()).AddEndpointFilter(new OpenToAll())
            .AddEndpointFilter(new ApiRefusals());
        VersionJson.Map(open, kinds);
        PublicationFiles.Map(open, kinds);
        FeedRoutes.Map(open, kinds);
        SiteMap.Map(open);
        PublicApi.Map(open);
        DatasetRoutes.Map(open, kinds);
        PublicFileRoutes.Map(open);
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous().WithMetadata(new PublicCacheAttribute());
    }
}
