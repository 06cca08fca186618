namespace Acervo.Ui.Forms;

/// <summary>Where a machine-read answer comes from and how sure the reading is; a person confirms it.</summary>
public sealed record Provenance(int? Page, string Quote, Certainty Certainty)
{
    /// <summary>What the person should look at: «la fecha no coincide con la de la sección 2».</summary>
    public string? CheckThis { get; init; }

    /// <summary>Another value worth taking, offered and never applied by itself.</summary>
    public string? Proposal { get; init; }
}

/// <summary>How sure a reading is.</summary>
public enum Certainty
{
    High,
    Medium,
    Low,
}
