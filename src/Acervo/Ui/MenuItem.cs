namespace Acervo.Ui;

/// <summary>One link of a menu, a breadcrumb or a set of tabs; the count says how much waits behind it.</summary>
public sealed record MenuItem(string Text, string Href, int? Count = null, string? Group = null, string? Icon = null)
{
    /// <summary>Other addresses that belong here, such as <c>/admin/terminos</c> to the catalogues; <c>*</c> stands for one part of an address.</summary>
    public IReadOnlyList<string> Covers { get; init; } = [];

    /// <summary>Whether it leads anywhere on this site; always, without a value.</summary>
    public Func<SiteIdentity, bool>? IsShown { get; init; }

    /// <summary>Whether a path stands at this link or below it.</summary>
    public bool Leads(string path) => Reach(path) > 0;

    /// <summary>How many parts of a path this link accounts for: of several that lead there, the one that reaches farthest is meant.</summary>
    public int Reach(string path) => Covers.Append(Href).Select(start => Reach(Parts(path), Parts(start))).Max();

    private static int Reach(string[] path, string[] start) =>
        start.Length <= path.Length && (start.Length > 1 || start[0].Length > 0 || path[0].Length == 0)
            && start.Zip(path).All(pair => pair.First == "*" || string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase))
            ? start.Length
            : 0;

    private static string[] Parts(string address) => address.Split('?')[0].Trim('/').Split('/');
}
