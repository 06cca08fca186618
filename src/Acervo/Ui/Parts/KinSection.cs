namespace Acervo.Ui.Parts;

/// <summary>What something is kin to in one way, under its heading.</summary>
/// <param name="Title">The heading, such as «Adapta».</param>
/// <param name="Lines">The first of them.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Id">Where it stands in the page; null when nothing leads there.</param>
public sealed record KinSection(string Title, IReadOnlyList<KinLine> Lines, int Total, string? Id = null);

/// <summary>One that is kin: its name, whose it is, and what is said of it.</summary>
public sealed record KinLine(string Href, string Title, string Whose, string? Note);
