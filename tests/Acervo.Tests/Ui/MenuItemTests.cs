using Acervo.Ui;

namespace Acervo.Tests.Ui;

/// <summary>Which link of a menu an address belongs to.</summary>
public sealed class MenuItemTests
{
    private static readonly MenuItem[] Menu =
    [
        new("Inicio", "/"), new("Mis fichas", "/fichas"), new("Nueva ficha", "/fichas/nueva"), new("Por revisar", "/revision"),
        new("Por publicar", "/revision/por-publicar") { Covers = ["/fichas/*/publicar"] },
    ];

    [Theory]
    [InlineData("/", "Inicio")]
    [InlineData("/fichas/12/seccion/1", "Mis fichas")]
    [InlineData("/fichas/nueva", "Nueva ficha")]
    [InlineData("/revision/4", "Por revisar")]
    [InlineData("/revision/por-publicar", "Por publicar")]
    [InlineData("/fichas/12/publicar", "Por publicar")]
    [InlineData("/revisiones", null)]
    [InlineData("/otra", null)]
    public void An_address_belongs_to_the_link_that_reaches_farthest(string path, string? expected) =>
        Assert.Equal(expected, Menu.Where(item => item.Leads(path)).MaxBy(item => item.Reach(path))?.Text);
}
