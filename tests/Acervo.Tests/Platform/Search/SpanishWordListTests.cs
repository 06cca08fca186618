using Acervo.Platform.Search;

namespace Acervo.Tests.Platform.Search;

/// <summary>What a dictionary of hunspell says is a word, in any of its forms and with or without accents.</summary>
public sealed class SpanishWordListTests : IDisposable
{
    private const string Affixes = """
        SET UTF-8
        FLAG UTF-8
        PFX d Y 1
        PFX d 0 des .
        SFX S Y 2
        SFX S 0 s [aeiou]
        SFX S 0 es [^aeiou]
        SFX A Y 1
        SFX A r ción/S ar
        """;

    private const string Words = """
        4
        niño/S
        informar/Ad
        papel/S
        Usaquén
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("acervo-prueba-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("niño", true)]
    [InlineData("Niños", true)]
    [InlineData("ninos", true)]
    [InlineData("papeles", true)]
    [InlineData("informar", true)]
    [InlineData("información", true)]
    [InlineData("informaciones", true)]
    [InlineData("desinformar", true)]
    [InlineData("usaquén", true)]
    [InlineData("papels", false)]
    [InlineData("niñoes", false)]
    [InlineData("informars", false)]
    [InlineData("desniño", false)]
    [InlineData("x", false)]
    public async Task A_word_is_known_by_what_it_is_made_of(string word, bool isWord)
    {
        var path = Path.Combine(folder.FullName, "es.dic");
        await File.WriteAllTextAsync(path, Words, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.ChangeExtension(path, ".aff"), Affixes, TestContext.Current.CancellationToken);
        Assert.Equal(isWord, new SpanishWordList(path).Has(word));
    }

    [Fact]
    public void Without_a_dictionary_nothing_is_known_and_that_can_be_asked()
    {
        var none = new SpanishWordList(Path.Combine(folder.FullName, "no-hay.dic"));
        Assert.False(none.IsThere);
        Assert.False(none.Has("niño"));
    }
}
