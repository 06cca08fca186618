namespace Acervo.Platform.Publications;

/// <summary>The ways in which a publication ends.</summary>
public enum Ending
{
    /// <summary>Not put to use any more: it stays to be read, and says so wherever it shows.</summary>
    Lapsed,

    /// <summary>Another stands for it: whoever opens its address is led there.</summary>
    Replaced,

    /// <summary>It should not have been published: nothing stays but a note that says why.</summary>
    InError,
}

/// <summary>The ways to end in words.</summary>
public static class EndingWords
{
    /// <summary>Of a kind that says nothing else of what is not put to use any more.</summary>
    public const string Lapsed = "Ya no se usa";

    /// <summary>What a state is called that ended so.</summary>
    public static string Spanish(this Ending ending) => ending switch
    {
        Ending.Lapsed => Lapsed,
        Ending.Replaced => "Reemplazada",
        _ => "Retirada",
    };
}

/// <summary>The publication that stands for one that was replaced.</summary>
public sealed record Successor(string Kind, int Item)
{
    /// <summary>Of a row of <c>site.standing</c>: kind and address of what stands for it, as <c>kind/slug</c>.</summary>
    internal const string Sql = """
        CASE WHEN successor_item IS NOT NULL THEN (SELECT s.kind || '/' || s.slug FROM site.standing s
            WHERE s.kind = standing.successor_kind AND s.item = standing.successor_item AND s.is_last) END
        """;
}
