namespace Acervo.Ui;

/// <summary>One link of a menu, a breadcrumb or a set of tabs; the count says how much waits behind it.</summary>
public sealed record MenuItem(string Text, string Href, int? Count = null, string? Group = null, string? Icon = null)
{
    /// <summary>Other addresses that belong here, such as <c>/admin/terminos</c> to the catalogues.</summary>
    public IReadOnlyList<string> Covers { get; init; } = [];

    /// <summary>Whether a path stands at this link or below it.</summary>
    public bool Leads(string path) => Reach(path) > 0;

    /// <summary>How much of a path this link accounts for: of several that lead there, the one that reaches farthest is meant.</summary>
    public int Reach(string path) => Covers.Append(Href).Where(start => IsUnder(path, start)).Select(start => start.Length).DefaultIfEmpty(0).Max();

    private static bool IsUnder(string path, string start) =>
        start == "/" ? path == "/" : path.StartsWith(start, StringComparison.OrdinalIgnoreCase) && (path.Length == start.Length || path[start.Length] is '/' or '?');
}
