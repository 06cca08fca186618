using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Acervo.Ui.Charts;

/// <summary>Draws several courses side by side on one scale, so that their shapes compare; each says in words where it begins and ends.</summary>
public static class SmallMultiples
{
    private const int Width = 160;
    private const int Height = 72;
    private const int Foot = 16;

    public static IHtmlContent Draw(IReadOnlyList<string> periods, IReadOnlyList<Course> courses)
    {
        var most = Math.Max(1, courses.Max(course => course.Values.Max()));
        var html = new StringBuilder("<div class=\"multiples\">");
        foreach (var course in courses)
        {
            html.Append(CultureInfo.InvariantCulture,
                $"<div class=\"multiple\"><p>{Markup.Text(course.Name)} <b>{Spanish.Number(course.Values[^1])}</b></p>{Panel(periods, course, most)}</div>");
        }

        return new HtmlString(html.Append("</div>").ToString());
    }

    /// <summary>The figures behind the drawing: a column a period, a row a course.</summary>
    public static ChartTable TableOf(string heading, IReadOnlyList<string> periods, IEnumerable<Course> courses) =>
        new([heading, .. periods], [.. courses.Select(course => new ChartRow(course.Name, [.. course.Values.Select(Spanish.Number)]))]);

    private static string Panel(IReadOnlyList<string> periods, Course course, long most)
    {
        var ground = Height - Foot;
        var points = course.Values.Select((value, i) => (X: 4 + (i * (Width - 8d) / Math.Max(1, course.Values.Count - 1)),
            Y: ground - (value * (ground - 6d) / most))).ToList();
        var line = string.Join('L', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#} {point.Y:0.#}")));
        var words = $"{course.Name}: {Spanish.Number(course.Values[0])} en {periods[0]}, {Spanish.Number(course.Values[^1])} en {periods[^1]}";
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg viewBox="0 0 {Width} {Height}" role="img" aria-label="{Markup.Text(words)}"><path class="grid" d="M0 {ground}H{Width}"/>
            <path class="area" d="M{points[0].X:0.#} {ground}L{line}L{points[^1].X:0.#} {ground}Z"/>
            <path class="trend" d="M{line}"/><circle class="dot" cx="{points[^1].X:0.#}" cy="{points[^1].Y:0.#}" r="3.5"/>
            <text class="soft" x="0" y="{Height - 2}">{Markup.Text(periods[0])}</text>
            <text class="soft" x="{Width}" y="{Height - 2}" text-anchor="end">{Markup.Text(periods[^1])}</text></svg>
            """);
    }
}

/// <summary>The values of one thing over the periods of a chart.</summary>
public sealed record Course(string Name, IReadOnlyList<long> Values);
