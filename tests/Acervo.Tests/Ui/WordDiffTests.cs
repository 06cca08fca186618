using Acervo.Ui;

namespace Acervo.Tests.Ui;

/// <summary>A difference shown to a reviewer must be true: both texts can be rebuilt from it.</summary>
public sealed class WordDiffTests
{
    [Fact]
    public void A_changed_word_is_taken_out_and_put_in()
    {
        var passages = WordDiff.Between("tres puntos de atención", "tres puntos de servicio");

        Assert.Equal([new(Change.None, "tres puntos de "), new(Change.Removed, "atención"), new(Change.Added, "servicio")], passages);
    }

    [Fact]
    public void Both_texts_can_be_rebuilt_from_any_difference()
    {
        var chance = new Random(20260312);
        for (var turn = 0; turn < 300; turn++)
        {
            var (before, after) = (Text(chance), Text(chance));
            var passages = WordDiff.Between(before, after);

            Assert.Equal(before, string.Concat(passages.Where(passage => passage.Change != Change.Added).Select(passage => passage.Text)));
            Assert.Equal(after, string.Concat(passages.Where(passage => passage.Change != Change.Removed).Select(passage => passage.Text)));
        }
    }

    [Fact]
    public void Very_long_texts_are_compared_line_by_line_and_still_rebuilt()
    {
        var before = string.Join('\n', Enumerable.Range(0, 4000).Select(line => $"línea {line} con palabras"));
        var after = before.Replace("línea 17 ", "renglón 17 ", StringComparison.Ordinal);

        var passages = WordDiff.Between(before, after);

        Assert.Contains(passages, passage => passage.Change == Change.Added && passage.Text.Contains("renglón 17", StringComparison.Ordinal));
        Assert.Equal(after, string.Concat(passages.Where(passage => passage.Change != Change.Removed).Select(passage => passage.Text)));
    }

    [Fact]
    public void Tags_in_a_text_stay_text() =>
        Assert.Equal("&lt;b&gt;<ins>x</ins>", $"{WordDiff.Html("<b>", "<b>x")}");

    private static readonly string[] Words = ["a", "b", "ñ", " ", ", ", "\n"];

    private static string Text(Random chance) =>
        string.Concat(Enumerable.Range(0, chance.Next(40)).Select(_ => Words[chance.Next(Words.Length)]));
}
