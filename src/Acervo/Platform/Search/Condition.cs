namespace Acervo.Platform.Search;

/// <summary>
/// What a publication must have, taken apart: a word or a phrase, or all, any or none of other conditions. PostgreSQL answers for words and
/// phrases, part by part of a long text; what they are together is decided for the publication, whose parts never meet in one row.
/// </summary>
internal abstract record Condition
{
    /// <summary>Takes a question apart that is written as PostgreSQL writes a <c>tsquery</c>.</summary>
    public static Condition Parse(string query) => new ConditionReader(query).Read();

    /// <summary>A word, or words that stand together, as PostgreSQL reads it.</summary>
    public sealed record Words(string Query) : Condition;

    /// <summary>Every one of these.</summary>
    public sealed record All(IReadOnlyList<Condition> Of) : Condition;

    /// <summary>At least one of these.</summary>
    public sealed record Any(IReadOnlyList<Condition> Of) : Condition;

    /// <summary>Not this.</summary>
    public sealed record Not(Condition Of) : Condition;
}
