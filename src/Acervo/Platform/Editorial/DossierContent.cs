using System.Globalization;
using System.Text.Json.Nodes;
using Acervo.Platform.Forms;

namespace Acervo.Platform.Editorial;

/// <summary>
/// Everything of a ficha that a review reads and a publication shows, at one moment. A round keeps it as JSON: the next round is compared
/// with it, an approval is bound to its hash, and giving up an amendment returns to it.
/// </summary>
public sealed record DossierContent(FormAnswers Answers, DateOnly? FilledOn, string Summary, IReadOnlyList<int> Goals, int? Adapts, string ChangeNote,
    IReadOnlyList<ContentFile> Files)
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static DossierContent FromJson(string json)
    {
        var kept = JsonNode.Parse(json)!;
        return new DossierContent(
            FormAnswers.FromJson(kept["answers"]!.ToJsonString()),
            DateOnly.TryParseExact((string?)kept["filledOn"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            (string)kept["summary"]!,
            [.. kept["goals"]!.AsArray().Select(goal => (int)goal!)],
            (int?)kept["adapts"],
            (string)kept["changeNote"]!,
            [.. kept["files"]!.AsArray().Select(file => FileOf(file!))]);
    }

    /// <summary>The same content always gives the same text.</summary>
    public string ToJson() => new JsonObject
    {
        ["answers"] = Answers.ToJsonObject(),
        ["filledOn"] = FilledOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["summary"] = Summary,
        ["goals"] = new JsonArray([.. Goals.Select(goal => JsonValue.Create(goal))]),
        ["adapts"] = Adapts,
        ["changeNote"] = ChangeNote,
        ["files"] = new JsonArray([.. Files.OrderBy(file => file.Sha256, StringComparer.Ordinal).Select(file => new JsonObject
        {
            ["sha256"] = file.Sha256,
            ["name"] = file.Name,
            ["size"] = file.Size,
            ["contentType"] = file.ContentType,
            ["addedBy"] = file.AddedBy,
            ["addedAt"] = file.AddedAt.ToString(Moment, CultureInfo.InvariantCulture),
            ["copy"] = file.CopySha256,
            ["copySize"] = file.CopySize,
            ["copyNotes"] = new JsonArray([.. file.CopyNotes.Select(note => JsonValue.Create(note))]),
        })]),
    }.ToJsonString(FormJson.Options);

    private static ContentFile FileOf(JsonNode file) => new(
        (string)file["sha256"]!, (string)file["name"]!, (long)file["size"]!, (string)file["contentType"]!, (int)file["addedBy"]!,
        DateTime.ParseExact((string)file["addedAt"]!, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
        (string)file["copy"]!, (long)file["copySize"]!, [.. file["copyNotes"]!.AsArray().Select(note => (string)note!)]);
}

/// <summary>A file as it was attached when the content was kept, and the copy of it that is published: an approval binds both.</summary>
public sealed record ContentFile(
    string Sha256, string Name, long Size, string ContentType, int AddedBy, DateTime AddedAt, string CopySha256, long CopySize,
    IReadOnlyList<string> CopyNotes);
