namespace Acervo.Platform.Tables.Imports;

/// <summary>Configuration section <c>Imports</c>.</summary>
public sealed class ImportSettings
{
    /// <summary>How long file and rows of an import are kept; afterwards its line and its counts stay.</summary>
    public int KeepDays { get; set; } = 90;

    /// <summary>When the term of an import is over.</summary>
    public DateTime EndOf(TableImport import) => import.AskedAt.AddDays(KeepDays);
}
