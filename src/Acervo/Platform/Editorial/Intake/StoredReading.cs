using System.Text.Json;
using System.Text.Json.Serialization;
using Acervo.Platform.Documents;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;

namespace Acervo.Platform.Editorial.Intake;

/// <summary>What the reader saw, as it is kept with the ficha: where each answer stood and what deserves a look.</summary>
public sealed record StoredReading(IReadOnlyDictionary<string, ReadValue> Values, IReadOnlyList<Observation> Observations, int LabelsFound, int LabelsExpected)
{
    private const int LongestQuote = 240;
    private const int MostPieces = 100;
    private const int LongestPiece = 4000;

    public static StoredReading Of(FormReading reading) => new(
        reading.Values.ToDictionary(pair => pair.Key, pair => pair.Value with { Quote = Cut(pair.Value.Quote, LongestQuote) }),
        reading.Observations,
        reading.LabelsFound,
        reading.LabelsExpected)
    {
        Hidden = reading.Hidden,
        Unplaced = [.. Pieces(reading).Take(MostPieces)],
        UnplacedBeyond = Math.Max(0, Pieces(reading).Count() - MostPieces),
        Tally = reading.Tally,
    };

    /// <summary>What the document says and no answer took, to be shown beside the form.</summary>
    public IReadOnlyList<UnplacedText> Unplaced { get; init; } = [];

    /// <summary>How many more such pieces there are in the document than are kept here.</summary>
    public int UnplacedBeyond { get; init; }

    /// <summary>How much was read; null in readings from before it was counted.</summary>
    public ReadingTally? Tally { get; init; }

    /// <summary>What the document held and nobody saw. It is told to the author and shown to nobody else.</summary>
    public HiddenText? Hidden { get; init; }

    /// <summary>What the reading told of the whole document: nobody can answer it with an answer, so it stands on the page of the ficha.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Told =>
        [.. Observations.Where(remark => remark.Key is null && remark.Severity != ObservationSeverity.Note).Select(remark => remark.Message)];

    public static StoredReading? FromJson(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<StoredReading>(json, FormJson.Options);

    public string ToJson() => JsonSerializer.Serialize(this, FormJson.Options).Replace("\\u0000", "", StringComparison.Ordinal);

    /// <summary>A long one in several, so that putting one somewhere loses nothing of it.</summary>
    private static IEnumerable<UnplacedText> Pieces(FormReading reading) =>
        reading.Unplaced.SelectMany(piece => piece.Text.Chunk(LongestPiece).Select(part => piece with { Text = new string(part) }));

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest] + "…";
}
