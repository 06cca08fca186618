namespace Acervo.Ui.Forms;

/// <summary>Where a machine-read answer comes from and how sure the reading is; a person confirms it.</summary>
public sealed record Provenance(int? Page, string Quote, Certainty Certainty)
{
    /// <summary>What the person should look at, one sentence each: «la fecha no coincide con la de la sección 2».</summary>
    public IReadOnlyList<string> CheckThis { get; init; } = [];

    /// <summary>Other values worth taking, offered and never applied by themselves.</summary>
    public IReadOnlyList<Proposal> Proposals { get; init; } = [];
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
