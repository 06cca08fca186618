namespace Acervo.Platform.Data;

/// <summary>What a person typed, as a pattern for ILIKE: found anywhere, and the signs that mean something in a pattern taken literally.</summary>
public static class LikePattern
{
    public static string Containing(string words) => "%" + words.Trim()
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal) + "%";
}
