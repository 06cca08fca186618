namespace Acervo.Platform.Search.Words;

/// <summary>Words that say nothing of what a text treats of. They are asked for only when a question has no others.</summary>
internal static class StopWords
{
    /// <summary>In any text: they are indexed without their places.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Everywhere = Of("""
        a al ante bajo con contra cual cuales cuando de del desde donde durante e el ella ellas ellos en entre era eran es esa esas ese eso esos esta estan
        estas este esto estos fue fueron ha han hasta hay la las le les lo los mas me mi mis muy ni no nos nuestra nuestras nuestro nuestros o os otra otras
        otro otros para pero por porque pues que quien quienes se sea sean segun ser si sido sin sino sobre son su sus tal tambien tan te ti toda todas todo
        todos tras tu tus u un una unas uno unos usted ustedes y ya yo como cuanto cuanta cuantos cuantas
        """);

    /// <summary>What people write around their question.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> InQuestions = Of("""
        quiero quisiera necesito necesita puedo puede pueden podria debo debe hago hace hacen hacer busco buscar saber conocer ver tengo tiene tienen tener haya
        algun alguna algunas algunos alguien algo cosa cosas favor forma manera sirve
        """);

    public static bool Has(ReadOnlySpan<char> folded) => Everywhere.Contains(folded);

    public static bool HasInQuestions(ReadOnlySpan<char> folded) => Everywhere.Contains(folded) || InQuestions.Contains(folded);

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Of(string words) =>
        new HashSet<string>(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
