using Acervo.Ui;

namespace Acervo.Tests.Ui;

/// <summary>Found words are marked; nothing in a text can become a tag or leave one open.</summary>
public sealed class HighlightTests
{
    [Theory]
    [InlineData("un \uE000turno\uE001 más", "un <mark>turno</mark> más")]
    [InlineData("<script>\uE000a\uE001", "&lt;script&gt;<mark>a</mark>")]
    [InlineData("\uE000abierto", "<mark>abierto</mark>")]
    [InlineData("\uE001suelto", "suelto")]
    [InlineData("\uE000\uE000doble\uE001\uE001", "<mark>doble</mark>")]
    public void Marks_are_written_and_everything_else_is_encoded(string extract, string html) =>
        Assert.Equal(html, $"{Highlight.Html(extract)}");
}
