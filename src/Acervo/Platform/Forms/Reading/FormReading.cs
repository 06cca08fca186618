using System.Text.Json.Serialization;
using Acervo.Platform.Documents;

namespace Acervo.Platform.Forms.Reading;

/// <summary>What was read from a filled-in form: the answers, where each stood, and what a person should look at.</summary>
public sealed record FormReading
{
    public required FormDefinition Form { get; init; }

    public DateOnly? FilledOn { get; init; }

    public required FormAnswers Answers { get; init; }

    /// <summary>Where each answer comes from, by question key; questions whose label was not found are missing.</summary>
    public required IReadOnlyDictionary<string, ReadValue> Values { get; init; }

    public required IReadOnlyList<Observation> Observations { get; init; }

    /// <summary>What the document says and no answer took, in its order; instructions, furniture of pages and labels are not among it.</summary>
    public IReadOnlyList<UnplacedText> Unplaced { get; init; } = [];

    /// <summary>How many questions were read, deserve a look, and count.</summary>
    public ReadingTally Tally => ReadingTally.Of(this);

    /// <summary>What the file holds and nobody sees; its words are for the author alone.</summary>
    public HiddenText? Hidden { get; init; }

    public required int LabelsFound { get; init; }

    public required int LabelsExpected { get; init; }
}

/// <summary>The provenance of one answer: its page when known, its words as they stood, and how sure the reading is, from 0 to 1.</summary>
public sealed record ReadValue(int? Page, string Quote, double Confidence)
{
    /// <summary>What is as sure as this needs no mark: only doubt is shown.</summary>
    public const double Sure = 0.9;

    [JsonIgnore]
    public bool IsSure => Confidence >= Sure;
}

/// <summary>Something about an answer that a person should confirm or mend. It never changes the answer by itself.</summary>
/// <param name="Key">The question; null when it concerns the whole file.</param>
/// <param name="Code">A stable name for the kind of remark.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">A plain Spanish sentence that says how to mend it.</param>
/// <param name="Proposal">The value that would mend it, when there is one.</param>
public sealed record Observation(string? Key, string Code, ObservationSeverity Severity, string Message, string? Proposal = null)
{
    /// <summary>The item of a list that the proposal replaces; null when it replaces the whole answer.</summary>
    public string? Instead { get; init; }

    /// <summary>The cell of a group that it is about, by the name of its box; null when it is about the whole answer.</summary>
    public string? Cell { get; init; }

    /// <summary>The question in whose list the proposal belongs, when it is not the one that was answered.</summary>
    public string? MovesTo { get; init; }
}

/// <summary>How much a remark matters to who reviews a record.</summary>
public enum ObservationSeverity
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>Should be looked at before the record is used.</summary>
    Warning,

    /// <summary>Must be mended before the record is published.</summary>
    Error,
}
