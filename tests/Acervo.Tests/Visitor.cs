using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Acervo.Tests;

/// <summary>Somebody at a browser without JavaScript: keeps cookies, fills in forms, follows nothing unless asked.</summary>
public sealed class Visitor : IDisposable
{
    private readonly CookieContainer cookies = new();

    public Visitor(Uri address)
    {
        var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies };
        Http = new HttpClient(handler) { BaseAddress = address };
    }

    /// <summary>The client underneath, for requests that no page would make.</summary>
    public HttpClient Http { get; }

    public string? Cookie(string name) => cookies.GetCookies(Http.BaseAddress!)[name]?.Value;

    public void SetCookie(string name, string value) => cookies.Add(Http.BaseAddress!, new Cookie(name, value, "/"));

    public async Task<Answer> VisitAsync(string path) => await ReadAsync(await Http.GetAsync(path));

    /// <summary>Visits and follows redirects within the site until there is a page.</summary>
    public async Task<Answer> FollowAsync(string path)
    {
        var answer = await VisitAsync(path);
        for (var hops = 0; answer.Location is { } next && hops < 8; hops++)
        {
            answer = await VisitAsync(next);
        }

        return answer;
    }

    /// <summary>
    /// Opens the page, fills in its form and sends it: hidden fields (antiforgery token included) and present values go along, the given
    /// fields replace them, null takes one away. Without a form on the page, the fields are sent alone.
    /// </summary>
    public async Task<Answer> PostFormAsync(string path, params (string Name, string? Value)[] fields) =>
        await SendFormAsync(path, await VisitAsync(path), fields);

    /// <summary>Sends the form of a page already open; a page may be sent twice, or after it has become old.</summary>
    public async Task<Answer> SendFormAsync(string path, Answer opened, params (string Name, string? Value)[] fields)
    {
        var form = opened.Page.QuerySelectorAll<IHtmlFormElement>("main form, form")
            .FirstOrDefault(one => one.Method == "post" && one.GetAttribute("action") is null or "" || one.GetAttribute("action") == path);
        var values = form is null ? [] : ValuesOf(form);
        foreach (var (name, value) in fields)
        {
            values.RemoveAll(pair => pair.Key == name);
            if (value is not null)
            {
                values.Add(KeyValuePair.Create(name, value));
            }
        }

        return await PostAsync(path, values);
    }

    /// <summary>Sends fields as they are, without a token of any page.</summary>
    public async Task<Answer> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> values)
    {
        using var content = new FormUrlEncodedContent(values);
        return await ReadAsync(await Http.PostAsync(path, content));
    }

    public void Dispose() => Http.Dispose();

    private static List<KeyValuePair<string, string>> ValuesOf(IHtmlFormElement form)
    {
        List<KeyValuePair<string, string>> values = [];
        foreach (var field in form.Elements)
        {
            var value = field switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? box.Value : null,
                IHtmlInputElement { Type: "submit" or "button" or "file" } => null,
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement choice => choice.Value,
                _ => null,
            };
            if (value is not null && field.GetAttribute("name") is { Length: > 0 } name && !field.HasAttribute("disabled"))
            {
                values.Add(KeyValuePair.Create(name, value));
            }
        }

        return values;
    }

    private static async Task<Answer> ReadAsync(HttpResponseMessage response) => new(response, await response.Content.ReadAsStringAsync());
}
