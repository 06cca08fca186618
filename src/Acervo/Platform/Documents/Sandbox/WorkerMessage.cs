using System.Text.Json;
using System.Text.Json.Serialization;

namespace Acervo.Platform.Documents.Sandbox;

/// <summary>One line from the worker: how far it is, the document, or why it refuses the file.</summary>
internal sealed record WorkerMessage
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = 12 * ReadingLimits.Depth,
    };

    public ReadingProgress? Progress { get; init; }

    public DocumentText? Document { get; init; }

    public string? Refusal { get; init; }
}
