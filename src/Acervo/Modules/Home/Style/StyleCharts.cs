using Acervo.Ui.Charts;

namespace Acervo.Modules.Home.Style;

/// <summary>Invented figures for the charts of the style pages.</summary>
internal static class StyleCharts
{
    private const string Bank = "Acervo, banco de buenas prácticas";

    private static readonly DateOnly From = new(2025, 9, 1);

    private static readonly DateOnly To = new(2026, 2, 28);

    private static readonly string[] Years = ["2022", "2023", "2024", "2025", "2026"];

    private static readonly Bar[] Sectors = [new("Gestión pública", 41), new("Salud", 27), new("Movilidad", 19), new("Educación", 16),
        new("Otros nueve sectores", 33, Muted: true)];

    private static readonly Course[] Courses =
    [
        new("Gestión pública", [6, 14, 21, 33, 41]), new("Salud", [11, 14, 13, 19, 27]), new("Movilidad", [2, 3, 9, 15, 19]),
        new("Educación", [9, 8, 12, 13, 16]), new("Hábitat", [4, 4, 3, 5, 4]), new("Cultura", [0, 1, 1, 6, 9]),
    ];

    public static readonly Chart BySector = new("Cuatro de cada diez prácticas publicadas ya las usa otra entidad",
        "Prácticas publicadas por sector, 2022 a 2026",
        BarChart.Draw("Gráfico de barras: gestión pública 41, salud 27, movilidad 19, educación 16, otros 33", Sectors),
        ChartTable.Of("Sector", "Prácticas", Sectors))
    {
        Source = Bank,
        CutOff = new(2026, 3, 1),
        CsvHref = "#",
    };

    public static readonly Chart ByYear = new("Gestión pública y salud crecen cada año; hábitat sigue donde empezó",
        "Prácticas vigentes al final de cada año, en una misma escala",
        SmallMultiples.Draw(Years, Courses), SmallMultiples.TableOf("Sector", Years, Courses))
    {
        Source = Bank,
        CutOff = new(2026, 3, 1),
        CsvHref = "#",
    };

    public static readonly Chart ByDay = Days();

    /// <summary>Few on weekends, more at the end of each month: the shape that a calendar shows and a line hides.</summary>
    private static Chart Days()
    {
        Dictionary<DateOnly, long> days = [];
        for (var day = From; day <= To; day = day.AddDays(1))
        {
            var isFree = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            days[day] = isFree ? 0 : (day.DayNumber * 7 % 5) + (day.Day > 24 ? 5 : 0);
        }

        return new Chart("La última semana de cada mes concentra los envíos a revisión", "Fichas enviadas por día, septiembre de 2025 a febrero de 2026",
            CalendarHeat.Draw(From, To, days), CalendarHeat.TableOf(From, To, "Fichas", days))
        {
            Source = Bank,
            CutOff = new(2026, 3, 1),
            CsvHref = "#",
        };
    }
}
