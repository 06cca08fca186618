namespace Acervo.Tests.Modules.Practices;

/// <summary>What free text goes through before anyone sees it.</summary>
public sealed class PublicTextTests
{
    [Theory]
    [InlineData("Cel.3000000012")]
    [InlineData("tel-3000000012")]
    [InlineData("3000000012/3000000013")]
    [InlineData("300–000–00–12")]
    [InlineData("+57 300 000 0012")]
    [InlineData("300.000.00.12")]
    public void A_mobile_number_is_masked_however_it_is_written(string text) =>
        Assert.DoesNotMatch(@"\d{4}", Acervo.Platform.Text.PersonalData.Redact(text));

    [Fact]
    public void Texts_that_no_parser_likes_are_shown_as_they_are()
    {
        foreach (var text in new[] { new string('>', 3000), string.Concat(Enumerable.Repeat("http://a(", 20_000)), new string('[', 20_000) })
        {
            Assert.NotEmpty(Acervo.Platform.Text.SafeMarkdown.ToHtml(text));
        }
    }
}
