using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Acervo.Tests.Rights;

/// <summary>Every address of the running program, asked by every kind of person: what they get, as a table.</summary>
internal sealed partial class AccessTable(AppHost app, IReadOnlyDictionary<string, string> examples)
{
    /// <summary>The addresses that answer GET, with their parameters filled in, in order.</summary>
    public IReadOnlyList<(string Pattern, string Path)> Readable(Func<RouteEndpoint, bool>? which = null) =>
        [.. Patterns(endpoint => Takes(endpoint, "GET") && which?.Invoke(endpoint) != false).Select(pattern => (pattern, Fill(pattern)))];

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

    /// <summary>
    /// The example of the longest part of the address that has one, and the rest as it is. A table made by hand gives values by the name of the
    /// parameter instead; what it does not name leads nowhere.
    /// </summary>
    private string Fill(string pattern)
    {
        var known = examples.Keys.Where(key => key[0] == '/' && pattern.StartsWith(key, StringComparison.Ordinal)).MaxBy(key => key.Length);
        var path = known is null ? pattern : examples[known] + pattern[known.Length..];
        if (!path.Contains('{', StringComparison.Ordinal))
        {
            return path;
        }

        return examples.Keys.Any(key => key[0] != '/')
            ? Parameter().Replace(path, match => examples.GetValueOrDefault(match.Groups["name"].Value, "x")).Replace("//", "/", StringComparison.Ordinal)
            : throw new InvalidOperationException($"No module gives an example of {pattern}: add one to its examples, with something behind it that exists.");
    }

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)(?:[:?=](?:[^{}]|\{\{|\}\})*)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
