using Acervo.Ui;
using Acervo.Ui.Forms;
using Acervo.Ui.Parts;

namespace Acervo.Tests.Ui;

/// <summary>Days, moments and quantities read as a Colombian office writes them.</summary>
public sealed class SpanishTests
{
    private static readonly DateTime Now = new(2026, 3, 12, 4, 30, 0, DateTimeKind.Utc);

    [Fact]
    public void A_moment_after_midnight_UTC_is_still_yesterday_in_Bogota() =>
        Assert.Equal("11 de marzo de 2026, 11:30\u00A0p.\u00A0m.", Spanish.Moment(Now));

    [Theory]
    [InlineData(30, "hace un momento")]
    [InlineData(60, "hace 1 minuto")]
    [InlineData(7200, "hace 2 horas")]
    [InlineData(86400 * 8, "hace 8 días")]
    [InlineData(86400 * 45, "hace 1 mes")]
    [InlineData(86400 * 800, "hace 2 años")]
    public void Time_ago_is_told_in_its_coarsest_unit(int seconds, string words) =>
        Assert.Equal(words, Spanish.Ago(Now.AddSeconds(-seconds), Now));

    [Theory]
    [InlineData(999, "999\u00A0bytes")]
    [InlineData(418_000, "418\u00A0KB")]
    [InlineData(1_250_000, "1,3\u00A0MB")]
    public void Sizes_use_a_decimal_comma(long bytes, string words) => Assert.Equal(words, Spanish.Bytes(bytes));

    [Fact]
    public void Numbers_use_a_point_for_thousands() => Assert.Equal("1.248 convocatorias", Spanish.Count(1248, "convocatoria", "convocatorias"));

    [Theory]
    [InlineData(1, 6, "1,2,0,6")]
    [InlineData(4, 12, "1,2,3,4,5,0,12")]
    [InlineData(2, 3, "1,2,3")]
    public void Page_numbers_show_the_ends_and_the_neighbours(int current, int total, string shown) =>
        Assert.Equal(shown, string.Join(',', new Pages(current, total, page => $"{page}").Shown()));

    [Theory]
    [InlineData("31", "2", "2024", false)]
    [InlineData("29", "2", "2024", true)]
    [InlineData("5", "03", "2025", true)]
    public void Three_boxes_make_a_day_only_when_it_exists(string day, string month, string year, bool real) =>
        Assert.Equal(real, new DayParts(day, month, year).ToDay() is not null);

    [Theory]
    [InlineData("bajó del 27 % al 9 %", "bajó del 27\u00A0% al 9\u00A0%")]
    [InlineData("sin cifra %", "sin cifra %")]
    public void A_figure_and_its_percent_sign_stay_together(string typed, string shown) => Assert.Equal(shown, Spanish.Whole(typed));
}
