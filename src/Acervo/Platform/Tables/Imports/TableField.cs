namespace Acervo.Platform.Tables.Imports;

/// <summary>What a column may be: its key, its name for people, and other names by which headings call it.</summary>
public sealed record TableField(string Key, string Name, params string[] Aliases)
{
    public bool IsRequired { get; init; }
}
