using Microsoft.AspNetCore.Http.HttpResults;

namespace Acervo.Platform.OpenData;

/// <summary>What stays of a withdrawn publication: that it was there, since when it is not, and why.</summary>
public sealed record Tombstone(
    string Kind,
    string Slug,
    string State,
    int LastVersion,
    DateTime WithdrawnAt,
    string Reason)
{
    /// <summary>Answers 410 Gone.</summary>
    public static JsonHttpResult<Tombstone> Of(string kind, PublishedVersion withdrawn) => TypedResults.Json(
        new Tombstone(kind, withdrawn.Slug, "withdrawn", withdrawn.Version, withdrawn.WithdrawnAt ?? withdrawn.PublishedAt, withdrawn.WithdrawnReason ?? ""),
        statusCode: StatusCodes.Status410Gone);
}
