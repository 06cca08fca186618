namespace Acervo.Platform.Search.Words;

/// <summary>
/// What the words of one family share («pensionados», «se pensiona», «pensión»). Wider than <see cref="Stemmer"/>, and so only asked for where a word as it
/// is stands nowhere.
/// </summary>
internal static class WordRoot
{
    /// <summary>A shorter root would join words that have nothing to do with one another.</summary>
    public const int Shortest = 5;

    /// <summary>The longest first.</summary>
    private static readonly string[] Endings =
    [
        .. """
        aciones acion amientos amiento imientos imiento adores adoras ador adora ativos ativas ativo ativa antes ante ables able adas ados ada ado idas idos ida
        ido aron ieron aban abamos amos emos imos ando iendo arse erse irse arla arlas arlo arlos aran eran iran aria ara ar er ir an en ion iones aje ajes
        as es os a e o s
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).OrderByDescending(ending => ending.Length),
    ];

    /// <summary>The root of a folded word; the word itself when nothing can be taken away.</summary>
    public static string Of(string folded)
    {
        foreach (var ending in Endings)
        {
            if (folded.Length - ending.Length >= Shortest && folded.EndsWith(ending, StringComparison.Ordinal))
            {
                return folded[..^ending.Length];
            }
        }

        return folded;
    }
}
