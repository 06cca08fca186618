namespace Acervo.Ui;

/// <summary>What the staff layout shows around the work: who is signed in, for which unit, and the acts with what waits in each.</summary>
public sealed record StaffFrame(string Person, string Unit, IReadOnlyList<MenuItem> Acts)
{
    /// <summary>Where the search of the rail sends its words.</summary>
    public string SearchHref { get; init; } = "/buscar";

    /// <summary>Where the person's work begins; on public pages a link here is theirs by name.</summary>
    public string HomeHref { get; init; } = "/inicio";

    /// <summary>How long the session lasts if nothing more is asked of it; null when the layout need not warn of its end.</summary>
    public TimeSpan? EndsIn { get; init; }

    /// <summary>Where «Seguir trabajando» is posted.</summary>
    public string ExtendHref { get; init; } = "/cuenta/seguir";

    public string SignOutHref { get; init; } = "/salir";

    /// <summary>The frame that the request put in its items; null when nobody is signed in.</summary>
    public static StaffFrame? Find(HttpContext request) => request.Items[typeof(StaffFrame)] as StaffFrame;

    /// <summary>The same, or an empty one.</summary>
    public static StaffFrame Of(HttpContext request) => Find(request) ?? new StaffFrame("Sin identificar", "", []);
}
