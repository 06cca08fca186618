using System.Globalization;

namespace Acervo.Tests.Modules.Home;

/// <summary>The statement of accessibility says when the site was evaluated and by whom.</summary>
public sealed class AccessibilityTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task It_says_its_date_and_who_evaluated()
    {
        using var anyone = app.CreateClient();

        var page = await anyone.VisitAsync("/accesibilidad");

        var day = DateOnly.ParseExact(page.Page.QuerySelector("main time")!.GetAttribute("datetime")!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.True(day.Year >= 2026);
        Assert.Contains($"{day.Day} de ", page.Text("main time"), StringComparison.Ordinal);
        Assert.Contains("La hizo ", page.Text("main"), StringComparison.Ordinal);
    }
}
