namespace Acervo.Ui;

/// <summary>What the staff layout shows around the work: who is signed in, for which unit, and the acts with what waits in each.</summary>
public sealed record StaffFrame(string Person, string Unit, IReadOnlyList<MenuItem> Acts)
{
    /// <summary>Where the search of the rail sends its words.</summary>
    public string SearchHref { get; init; } = "/buscar";

    public string SignOutHref { get; init; } = "/salir";

    /// <summary>The frame that the request put in its items; an empty one when nobody did.</summary>
    public static StaffFrame Of(HttpContext request) =>
        request.Items[typeof(StaffFrame)] as StaffFrame ?? new StaffFrame("Sin identificar", "", []);
}
