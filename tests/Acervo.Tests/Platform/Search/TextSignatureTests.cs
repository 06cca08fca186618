using Acervo.Platform.Search;

namespace Acervo.Tests.Platform.Search;

/// <summary>Near-duplicates share numbers of their fingerprints; other texts hardly any.</summary>
public sealed class TextSignatureTests
{
    private static readonly string[] Vocabulary = [.. Enumerable.Range(0, 900).Select(index => $"{"bcdfglmnprst"[index % 12]}{"aeiou"[index % 5]}{index}")];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_text_with_some_words_changed_is_still_recognised(int seed)
    {
        var dice = new Random(seed);
        var words = Words(dice, 400);
        var changed = words.Select(word => dice.Next(20) == 0 ? "otra" : word).ToArray();

        Assert.True(TextSignature.Likeness(Shared(words, changed)) > 0.5);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Texts_about_other_things_share_next_to_nothing(int seed)
    {
        var dice = new Random(seed);

        Assert.True(Shared(Words(dice, 400), Words(dice, 400)) <= 1);
    }

    [Fact]
    public void Case_and_accents_do_not_matter() =>
        Assert.Equal(TextSignature.Of(Upper(Enumerable.Repeat("Atención médica según población", 10))),
        TextSignature.Of(string.Join(' ', Enumerable.Repeat("atencion medica segun poblacion", 10))));

    [Fact]
    public void A_line_is_too_little_to_compare() => Assert.Empty(TextSignature.Of("Una respuesta corta que no dice casi nada."));

    private static string Upper(IEnumerable<string> parts) => string.Join(' ', parts).ToUpperInvariant();

    private static string[] Words(Random dice, int count) => [.. Enumerable.Range(0, count).Select(_ => Vocabulary[dice.Next(Vocabulary.Length)])];

    private static int Shared(string[] one, string[] other) =>
        TextSignature.Of(string.Join(' ', one)).Intersect(TextSignature.Of(string.Join(' ', other))).Count();
}
