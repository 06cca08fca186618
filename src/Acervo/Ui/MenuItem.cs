namespace Acervo.Ui;

/// <summary>One link of a menu, a breadcrumb or a set of tabs; the count says how much waits behind it.</summary>
public sealed record MenuItem(string Text, string Href, int? Count = null, string? Group = null, string? Icon = null)
{
    /// <summary>Whether a path stands at this link or below it.</summary>
    public bool Leads(string path) =>
        Href == "/" ? path == "/" : path.StartsWith(Href, StringComparison.OrdinalIgnoreCase) && (path.Length == Href.Length || path[Href.Length] is '/' or '?');
}
