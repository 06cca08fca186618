using Acervo.Ui.Charts;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Html;

namespace Acervo.Tests.Ui;

/// <summary>The drawings say in words and in a table what they say in lines and colours.</summary>
public sealed class ChartTests
{
    private static readonly string[] Years = ["2024", "2025", "2026"];

    private static readonly DateOnly From = new(2026, 1, 15);

    private static readonly DateOnly To = new(2026, 2, 10);

    private static readonly Dictionary<DateOnly, long> Days = new() { [new(2026, 1, 20)] = 8, [new(2026, 1, 21)] = 3, [new(2026, 2, 2)] = 1 };

    [Fact]
    public void Small_multiples_share_one_scale_and_each_is_told_in_words()
    {
        Course[] courses = [new("Salud", [0, 5, 10]), new("Hábitat & barrio", [0, 2, 5])];
        var page = Parse(SmallMultiples.Draw(Years, courses));
        var panels = page.QuerySelectorAll("svg[role=img]");
        Assert.Equal(["Salud: 0 en 2024, 10 en 2026", "Hábitat & barrio: 0 en 2024, 5 en 2026"], panels.Select(panel => panel.GetAttribute("aria-label")));
        var ends = page.QuerySelectorAll(".dot").Select(dot => double.Parse(dot.GetAttribute("cy")!, System.Globalization.CultureInfo.InvariantCulture))
            .ToArray();
        Assert.True(ends[0] < ends[1], "Ten stands higher than five.");
        var table = SmallMultiples.TableOf("Sector", Years, courses);
        Assert.Equal(["Sector", "2024", "2025", "2026"], table.Heads);
        Assert.All(table.Rows, row => Assert.Equal(Years.Length, row.Cells.Count));
    }

    [Fact]
    public void A_calendar_draws_every_day_asked_for_and_no_other()
    {
        var page = Parse(CalendarHeat.Draw(From, To, Days));
        Assert.Equal(["enero 2026: 11", "febrero 2026: 1"], page.QuerySelectorAll("svg[role=img]").Select(month => month.GetAttribute("aria-label")));
        var cells = page.QuerySelectorAll(".month-heat rect");
        Assert.Equal(To.DayNumber - From.DayNumber + 1, cells.Length);
        Assert.Equal("heat-4", cells.Single(cell => cell.TextContent.StartsWith("20 de enero", StringComparison.Ordinal)).ClassName);
        Assert.Equal("heat-0", cells.Single(cell => cell.TextContent.StartsWith("22 de enero", StringComparison.Ordinal)).ClassName);
    }

    [Fact]
    public void Weeks_begin_on_Monday()
    {
        var page = Parse(CalendarHeat.Draw(new(2026, 2, 1), new(2026, 2, 2), Days));
        var cells = page.QuerySelectorAll(".month-heat rect");
        Assert.Equal(("108", "0"), (cells[0].GetAttribute("x"), cells[0].GetAttribute("y")));
        Assert.Equal(("0", "18"), (cells[1].GetAttribute("x"), cells[1].GetAttribute("y")));
    }

    [Fact]
    public void A_month_is_summed_up_in_the_table()
    {
        var table = CalendarHeat.TableOf(From, To, "Fichas", Days);
        Assert.Equal(["enero 2026", "febrero 2026"], table.Rows.Select(row => row.Label));
        Assert.Equal(["11", "2", "20 (8)"], table.Rows[0].Cells);
    }

    [Fact]
    public void A_calendar_in_which_nothing_happened_is_drawn_too()
    {
        var page = Parse(CalendarHeat.Draw(From, To, new Dictionary<DateOnly, long>()));
        Assert.All(page.QuerySelectorAll(".month-heat rect"), cell => Assert.Equal("heat-0", cell.ClassName));
        Assert.Equal("–", CalendarHeat.TableOf(From, To, "Fichas", new Dictionary<DateOnly, long>()).Rows[0].Cells[2]);
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(IHtmlContent drawing) => new HtmlParser().ParseDocument(((HtmlString)drawing).Value!);
}
