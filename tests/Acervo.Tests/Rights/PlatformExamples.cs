namespace Acervo.Tests.Rights;

/// <summary>The addresses that belong to no module.</summary>
internal sealed class PlatformExamples : IRouteExamples
{
    public async Task<IReadOnlyDictionary<string, string>> SetAsync(Scene scene)
    {
        var front = await scene.As("visitor").VisitAsync("/");
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["/assets/{hash}/{name}"] = front.Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!,
            ["/sitemap/{page:int:min(1)}"] = "/sitemap/1",
            ["/openapi/{documentName}"] = "/openapi/v1",
            ["/api/{**rest}"] = "/api/no-existe",
            ["/error/{code:int?}"] = "/error/404",
        };
    }
}
