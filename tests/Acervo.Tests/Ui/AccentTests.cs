using Acervo.Ui;
using Microsoft.Extensions.Configuration;

namespace Acervo.Tests.Ui;

/// <summary>An entity may choose its colour, but not one that cannot be read.</summary>
public sealed class AccentTests
{
    [Theory]
    [InlineData("#000000", 21)]
    [InlineData("#ffffff", 1)]
    [InlineData("#767676", 4.54)]
    public void Contrast_is_the_one_WCAG_defines(string hex, double expected) =>
        Assert.Equal(expected, Accent.Parse(hex).ContrastOnWhite, 0.01);

    [Fact]
    public void A_pale_accent_stops_the_start_with_a_sentence()
    {
        var refusal = Assert.Throws<SettingException>(() => SiteIdentity.From(With("#f6c445")));

        Assert.Contains("4,5:1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dark_accent_reaches_the_style_sheet()
    {
        var assets = new Assets(SiteIdentity.From(With("#7a1f3d")));

        Assert.NotEqual(new Assets(new SiteIdentity()).Url("acervo.css"), assets.Url("acervo.css"), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("azul")]
    [InlineData("#12345")]
    [InlineData("#1d4f9g")]
    public void What_is_no_colour_is_refused(string hex) => Assert.Throws<SettingException>(() => Accent.Parse(hex));

    private static IConfiguration With(string accent) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Site:Accent", accent)]).Build();
}
