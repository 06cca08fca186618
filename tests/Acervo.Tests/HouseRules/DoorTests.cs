using System.Reflection;
using System.Text.RegularExpressions;
using Acervo.Platform.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.HouseRules;

/// <summary>Every door says who may pass, and what anyone may open cannot reach the working store.</summary>
public sealed partial class DoorTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public void Every_endpoint_declares_who_may_use_it()
    {
        var endpoints = app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        Assert.True(endpoints.Count > 60, $"Only {endpoints.Count} endpoints were found.");
        SourceTree.None(
            from endpoint in endpoints
            where endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetMetadata<IAuthorizeData>() is null
            && endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is null
            select $"{endpoint.RoutePattern.RawText} ({endpoint.DisplayName})");
    }

    [Fact]
    public void Every_page_says_it_in_its_own_file() => SourceTree.None(
        from page in Pages()
        where page.GetCustomAttribute<AllowAnonymousAttribute>(inherit: true) is null && page.GetCustomAttribute<AuthorizeAttribute>(inherit: true) is null
        select page.FullName!);

    /// <summary>Signing in needs the accounts; every other open page reads what is published and nothing else.</summary>
    [Fact]
    public void Open_pages_cannot_reach_the_working_store() => SourceTree.None(
        from page in Pages()
        where page.GetCustomAttribute<AllowAnonymousAttribute>(inherit: true) is not null
        && !page.Namespace!.StartsWith("Acervo.Modules.Accounts", StringComparison.Ordinal)
        let road = RoadToStore(page, [])
        where road is not null
        select $"{page.FullName}: {road}");

    /// <summary>
    /// Their connections go back to the pool as they are, and the next visitor gets them. What asks through the role of the app is no public question.
    /// </summary>
    [Fact]
    public void Public_questions_leave_nothing_in_their_session() => SourceTree.None(
        from file in SourceTree.Files(".cs")
        where file.StartsWith("src/", StringComparison.Ordinal)
        let lines = SourceTree.Lines(file)
        where Array.Exists(lines, line => line.Contains("PublicDb ", StringComparison.Ordinal))
        where !Array.Exists(lines, line => line.Contains("connections.App", StringComparison.Ordinal))
        from line in lines
        where Lasting().IsMatch(line)
        select $"{file}: {line.Trim()}");

    [GeneratedRegex(@"\b(?:SET|RESET|LISTEN|DECLARE|PREPARE|TEMP|TEMPORARY|set_config|pg_advisory\w*)\b", RegexOptions.None, 1000)]
    private static partial Regex Lasting();

    private static IEnumerable<Type> Pages() => typeof(AppDb).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PageModel)) && !type.IsAbstract);

    /// <summary>The classes through which a class gets hold of <see cref="AppDb"/>; null when it does not.</summary>
    private static string? RoadToStore(Type type, HashSet<Type> seen)
    {
        if (type == typeof(AppDb))
        {
            return nameof(AppDb);
        }

        if (type.Assembly != typeof(AppDb).Assembly || !seen.Add(type))
        {
            return null;
        }

        return type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => RoadToStore(parameter.ParameterType, seen))
            .FirstOrDefault(road => road is not null) is { } further
            ? $"{type.Name} → {further}"
            : null;
    }
}
