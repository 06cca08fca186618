using Acervo.Platform.Text;

namespace Acervo.Tests.Platform.Search;

/// <summary>The quick way of folding letters, on which highlighting rests.</summary>
public sealed class FoldingTests
{
    [Theory]
    [InlineData("Acción", "accion")]
    [InlineData("ÑANDÚ", "nandu")]
    [InlineData("pingüino", "pinguino")]
    [InlineData("straße", "straße")]
    [InlineData("año2025", "ano2025")]
    public void A_word_loses_its_accents_and_its_capitals(string word, string folded)
    {
        Assert.Equal(folded, Folding.Fold(word, new char[word.Length]).ToString());
        Assert.Equal(folded, Slug.Fold(word));
    }

    [Fact]
    public void Words_are_runs_of_letters_and_digits()
    {
        const string text = "¿Qué pasó en el 2.º piso?";
        List<string> words = [];
        for (var word = Folding.NextWord(text, 0); word.End > word.Start; word = Folding.NextWord(text, word.End))
        {
            words.Add(text[word.Start..word.End]);
        }

        Assert.Equal(["Qué", "pasó", "en", "el", "2", "º", "piso"], words);
    }
}
