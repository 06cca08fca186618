using System.Text.Json;
using System.Text.Json.Nodes;
using Acervo.Platform.Forms;

namespace Acervo.Modules.Practices.Demo;

/// <summary>One of our own invented fichas: what its document says, how it is presented, and what becomes of it.</summary>
public sealed record SampleFicha
{
    public required string Format { get; init; }

    public required string Version { get; init; }

    public required DateOnly FilledOn { get; init; }

    /// <summary>The file that its author uploads, in folder <c>samples/documentos</c>.</summary>
    public required string Document { get; init; }

    /// <summary>Who writes it, by the first part of the address.</summary>
    public required string Author { get; init; }

    public string Summary { get; init; } = "";

    public IReadOnlyList<int> Goals { get; init; } = [];

    /// <summary>The answers, by key of the question.</summary>
    public required JsonObject Fields { get; init; }

    /// <summary>What its people do with it, in order; empty for a document that waits for a newcomer to upload it.</summary>
    public IReadOnlyList<SampleStep> Road { get; init; } = [];

    public FormAnswers Answers => FormAnswers.FromJson(Fields.ToJsonString());

    public static SampleFicha FromJson(string json) => JsonSerializer.Deserialize<SampleFicha>(json, FormJson.Options)
        ?? throw new InvalidDataException("The sample is empty.");
}
