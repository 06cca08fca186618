namespace Acervo.Ui.Forms;

/// <summary>Where a machine-read answer comes from and how sure the reading is; a person confirms it.</summary>
public sealed record Provenance(int? Page, string Quote, Certainty Certainty)
{
    /// <summary>A person wrote something else since: how sure the reading was is of no account any more.</summary>
    public bool WasChanged { get; init; }

    /// <summary>What the person should look at, one sentence each: «la fecha no coincide con la de la sección 2».</summary>
    public IReadOnlyList<string> CheckThis { get; init; } = [];

    /// <summary>Other values worth taking, offered and never applied by themselves.</summary>
    public IReadOnlyList<Proposal> Proposals { get; init; } = [];

    /// <summary>A sure reading that nobody changed and nothing is remarked of: only what is in doubt is marked.</summary>
    public bool IsQuiet => Certainty == Certainty.High && !WasChanged && CheckThis.Count == 0 && Proposals.Count == 0;

    public bool SaysNothing => Quote.Length == 0 && CheckThis.Count == 0 && Proposals.Count == 0;

    /// <summary>The answer says word by word what the document says: reading it twice helps nobody.</summary>
    public bool Repeats(string? value, IReadOnlyList<string> values)
    {
        var quote = Letters(Quote);
        if (values.Count == 0)
        {
            // A long quote is cut; then its beginning must be that of the answer.
            return Quote.EndsWith('…') ? Letters(value ?? "").StartsWith(quote, StringComparison.Ordinal) : quote == Letters(value ?? "");
        }

        var rest = values.Select(Letters).OrderByDescending(item => item.Length)
            .Aggregate(quote, (left, item) => left.Replace(item, "", StringComparison.Ordinal));
        return rest.Length == 0 && values.Sum(item => Letters(item).Length) == quote.Length;
    }

    /// <summary>Letters and figures alone: bullets, bold and breaks of lines are how something is written and not what it says.</summary>
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

/// <summary>A value that would mend an answer.</summary>
/// <param name="Id">What the form posts as <c>accept</c> when it is taken.</param>
/// <param name="Text">The value.</param>
/// <param name="Words">What taking it does, when it is more than putting it in place of the answer.</param>
public sealed record Proposal(string Id, string Text, string? Words = null);

/// <summary>How sure a reading is.</summary>
public enum Certainty
{
    High,
    Medium,
    Low,
}
