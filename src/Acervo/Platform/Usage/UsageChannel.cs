namespace Acervo.Platform.Usage;

/// <summary>What of a publication was read, or what led to it.</summary>
/// <param name="Code">Its name in the store, in open data and, where it leads to a page, in the parameter <c>canal</c> of the link.</param>
/// <param name="Title">Such as «Página».</param>
public sealed record UsageChannel(string Code, string Title);
