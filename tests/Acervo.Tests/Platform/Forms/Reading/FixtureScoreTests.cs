using Acervo.Modules.Practices.Reading;

namespace Acervo.Tests.Platform.Forms.Reading;

/// <summary>The real fichas, in every format, score what a person would accept, through the same command that people use.</summary>
public sealed class FixtureScoreTests
{
    [Theory]
    [InlineData("001-micrositio", ".txt", 99)]
    [InlineData("001-micrositio", ".docx", 99)]
    [InlineData("001-micrositio", ".pdf", 98)]
    [InlineData("001-micrositio", ".scan.pdf", 90)]
    [InlineData("003-boletin", ".txt", 99)]
    [InlineData("003-boletin", ".docx", 99)]
    [InlineData("003-boletin", ".pdf", 98)]
    [InlineData("003-boletin", ".scan.pdf", 90)]
    public async Task A_real_ficha_is_read(string ficha, string format, double least)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        var code = await FichaReadCommand.RunAsync([SharedFixtures.Path(ficha + format)], output, errors);

        Assert.True(code == 0, errors.ToString());
        var (total, report) = await SharedFixtures.ScoreAsync(ficha, output.ToString());
        Assert.True(total >= least, report);
        Assert.DoesNotContain("noise:", report, StringComparison.Ordinal);
    }

    /// <summary>Fichas as they really arrive; the share is what each kind must reach.</summary>
    [Theory]
    [InlineData("a-word-se-pierde", ".docx", 99)]
    [InlineData("c-tabla-numerada", ".docx", 99)]
    [InlineData("d-dos-fichas", ".docx", 99)]
    [InlineData("e-primera-pagina-escaneada", ".pdf", 97)]
    [InlineData("g-marca-de-agua", ".pdf", 99.5)]
    [InlineData("h-impreso-desde-chrome", ".pdf", 99)]
    [InlineData("i-rotulos-cortados", ".txt", 97)]
    [InlineData("l-valores-sueltos", ".txt", 97)]
    public Task A_ficha_in_another_dress_is_read(string ficha, string format, double least) =>
        A_real_ficha_is_read("ficha-variants/" + ficha, format, least);

    [Fact]
    public async Task Minutes_that_name_the_form_are_no_ficha()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        Assert.Equal(1, await FichaReadCommand.RunAsync([SharedFixtures.Path("ficha-variants/m-acta-no-es-ficha.txt")], output, errors));
        Assert.Contains("no parece el formato 4202000-FT-1311", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_refuses_in_one_sentence()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        Assert.Equal(1, await FichaReadCommand.RunAsync([SharedFixtures.Path("listing.txt")], output, errors));
        Assert.Contains("no parece el formato 4202000-FT-1311", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await FichaReadCommand.RunAsync(["no-existe.docx"], output, errors));
        Assert.Equal(2, await FichaReadCommand.RunAsync([], output, errors));
        Assert.Equal(2, await FichaReadCommand.RunAsync(["a.docx", "--otra"], output, errors));
        Assert.Empty(output.ToString());
    }
}
