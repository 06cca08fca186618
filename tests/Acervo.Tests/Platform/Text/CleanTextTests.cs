using Acervo.Platform.Text;

namespace Acervo.Tests.Platform.Text;

/// <summary>What is taken out of text, and what is left alone.</summary>
public sealed class CleanTextTests
{
    [Theory]
    [InlineData("a\0b\u0001c\u001Bd\u007Fe\u009Ff", "abcdef")]
    [InlineData("una\vdos\ftres\u0085cuatro", "una\ndos\ntres\ncuatro")]
    public void Control_characters_go_and_the_breaks_of_Word_become_line_breaks(string written, string kept) => Assert.Equal(kept, CleanText.Of(written));

    [Fact]
    public void Half_a_character_shows_that_something_is_missing() => Assert.Equal("a\uFFFDb\uFFFD", CleanText.Of("a" + '\uD83D' + "b" + '\uDE00'));

    [Theory]
    [InlineData("Año\t2025\r\n«¿qué?» 👩🏽‍💻 עברית \u202Eal revés\u202C")]
    [InlineData("")]
    public void Whatever_people_write_stays_as_it_is(string written)
    {
        Assert.Same(written, CleanText.Of(written).Length == written.Length && CleanText.IsClean(written) ? written : "");
        Assert.Equal(written, CleanText.Of(written));
    }
}
