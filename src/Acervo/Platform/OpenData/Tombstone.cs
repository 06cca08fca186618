using Acervo.Platform.Publications;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Acervo.Platform.OpenData;

/// <summary>What stays of a withdrawn publication: that it was there, since when it is not, why, and what stands for it where something does.</summary>
public sealed record Tombstone(
    string Kind,
    string Slug,
    string State,
    int LastVersion,
    DateTime WithdrawnAt,
    string Reason,
    string? ReplacedBy)
{
    /// <summary>Answers 410 Gone.</summary>
    public static JsonHttpResult<Tombstone> Of(string kind, PublishedVersion withdrawn, PublicationKinds kinds) => TypedResults.Json(
        new Tombstone(kind, withdrawn.Slug, "withdrawn", withdrawn.Version, withdrawn.WithdrawnAt ?? withdrawn.PublishedAt, withdrawn.WithdrawnReason ?? "",
            kinds.HrefOf(withdrawn.Successor)),
        statusCode: StatusCodes.Status410Gone);
}
