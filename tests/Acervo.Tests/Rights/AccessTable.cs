using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Rights;

/// <summary>Every address of the running program, asked by every kind of person: what they get, as a table.</summary>
internal sealed partial class AccessTable(AppHost app, IReadOnlyDictionary<string, string> values)
{
    /// <summary>The addresses that answer GET, with their parameters filled in, in order.</summary>
    public IReadOnlyList<(string Pattern, string Path)> Readable() => [.. Patterns(endpoint => Takes(endpoint, "GET")).Select(pattern => (pattern, Fill(pattern)))];

    /// <summary>The pages that act when something is posted to them, and the functions that take a POST.</summary>
    public async Task<IReadOnlyList<(string Pattern, string Path)>> ActingAsync()
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        List<string> patterns = [];
        foreach (var endpoint in Endpoints())
        {
            var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>();
            var acts = page is null
                ? Takes(endpoint, "POST")
                : (await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods.Any(handler => handler.HttpMethod == "Post");
            if (acts)
            {
                patterns.Add(Text(endpoint));
            }
        }

        return [.. patterns.Distinct().Order(StringComparer.Ordinal).Select(pattern => (pattern, Fill(pattern)))];
    }

    /// <summary>One line an address: what each person gets.</summary>
    public static async Task<string> WriteAsync(
        IReadOnlyList<(string Pattern, string Path)> addresses, IReadOnlyList<(string Name, Visitor Visitor)> people, Func<Visitor, string, Task<Answer>> ask)
    {
        var text = new StringBuilder();
        var width = addresses.Max(address => address.Pattern.Length);
        text.Append("address".PadRight(width)).Append(string.Concat(people.Select(person => $" | {person.Name}"))).Append('\n');
        foreach (var (pattern, path) in addresses)
        {
            text.Append(pattern.PadRight(width));
            foreach (var (name, visitor) in people)
            {
                text.Append(" | ").Append(Short(await ask(visitor, path)).PadRight(name.Length));
            }

            text.Length -= text.ToString()[^1] == ' ' ? text.Length - text.ToString().TrimEnd(' ').Length : 0;
            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A redirection says where to: to sign in, or elsewhere.</summary>
    private static string Short(Answer answer) => (int)answer.Status switch
    {
        301 or 302 or 303 => answer.Location!.StartsWith("/entrar", StringComparison.Ordinal) ? "enter" : "go",
        var status => $"{status}",
    };

    private IEnumerable<string> Patterns(Func<RouteEndpoint, bool> which) => Endpoints().Where(which).Select(Text).Distinct().Order(StringComparer.Ordinal);

    private IEnumerable<RouteEndpoint> Endpoints() => app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static string Text(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    private static bool Takes(RouteEndpoint endpoint, string method)
    {
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods;
        return methods is null or { Count: 0 } ? endpoint.Metadata.GetMetadata<ActionDescriptor>() is not null && method == "GET" : methods.Contains(method);
    }

    private string Fill(string pattern) => Parameter().Replace(pattern, match => values.GetValueOrDefault(match.Groups["name"].Value, "x")).Replace("//", "/", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)(?:[:?=](?:[^{}]|\{\{|\}\})*)?\}")]
    private static partial Regex Parameter();
}
