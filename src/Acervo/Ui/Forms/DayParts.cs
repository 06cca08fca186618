using System.Globalization;

namespace Acervo.Ui.Forms;

/// <summary>A date as it is typed, in three boxes; keeps a wrong one so that the person can mend it.</summary>
public sealed record DayParts(string Day, string Month, string Year)
{
    public static readonly IReadOnlyList<string> Months =
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    public bool IsEmpty => Day.Length == 0 && Month.Length == 0 && Year.Length == 0;

    public static DayParts Of(string? iso) =>
        DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new($"{day.Day}", $"{day.Month}", $"{day.Year}")
            : new("", "", "");

    public static DayParts Read(IFormCollection form, string name) =>
        new(Part(form, name, ".dia"), Part(form, name, ".mes"), Part(form, name, ".anio"));

    /// <summary>The day, when the three parts make one.</summary>
    public DateOnly? ToDay() =>
        DateOnly.TryParseExact($"{Year}-{Month}-{Day}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Part(IFormCollection form, string name, string part) => form[name + part].ToString().Trim();
}
