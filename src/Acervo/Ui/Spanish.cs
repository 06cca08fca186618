using System.Globalization;
using System.Text.RegularExpressions;

namespace Acervo.Ui;

/// <summary>Writes days, moments, sizes and counts the way a Colombian office reads them.</summary>
public static partial class Spanish
{
    private static readonly TimeZoneInfo Bogota = TimeZoneInfo.FindSystemTimeZoneById("America/Bogota");

    private static readonly string[] Months =
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    public static string Day(DateOnly day) => $"{day.Day} de {Months[day.Month - 1]} de {day.Year}";

    public static string Day(DateTime utc) => Day(DateOnly.FromDateTime(Local(utc)));

    /// <summary>«noviembre de 2026».</summary>
    public static string Month(DateOnly day) => $"{Months[day.Month - 1]} de {day.Year}";

    /// <summary>«3 de marzo de 2025, 2:05 p. m.»</summary>
    public static string Moment(DateTime utc)
    {
        var local = Local(utc);
        var hour = local.Hour % 12 == 0 ? 12 : local.Hour % 12;
        var half = local.Hour < 12 ? "a.\u00A0m." : "p.\u00A0m.";
        return $"{Day(DateOnly.FromDateTime(local))}, {hour}:{local.Minute:00}\u00A0{half}";
    }

    /// <summary>How long ago, in the coarsest unit that is still true.</summary>
    public static string Ago(DateTime utc, DateTime now) => (now - utc) switch
    {
        { TotalSeconds: < 60 } => "hace un momento",
        { TotalMinutes: < 60 } span => "hace " + Count((int)span.TotalMinutes, "minuto", "minutos"),
        { TotalHours: < 24 } span => "hace " + Count((int)span.TotalHours, "hora", "horas"),
        { TotalDays: < 31 } span => "hace " + Count((int)span.TotalDays, "día", "días"),
        { TotalDays: < 365 } span => "hace " + Count((int)(span.TotalDays / 30.44), "mes", "meses"),
        var span => "hace " + Count((int)(span.TotalDays / 365.25), "año", "años"),
    };

    public static string Count(long count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    /// <summary>«1.500.000,5».</summary>
    public static string Figure(decimal number) => number.ToString("#,0.############", Separators);

    public static string Number(long number) => number.ToString("#,0", Separators);

    /// <summary>«834 KB», «1,2 MB».</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes}\u00A0bytes",
        < 1_000_000 => $"{bytes / 1_000}\u00A0KB",
        < 1_000_000_000 => (bytes / 1_000_000d).ToString("0.#", Separators) + "\u00A0MB",
        _ => (bytes / 1_000_000_000d).ToString("0.#", Separators) + "\u00A0GB",
    };

    public static string Initials(string person)
    {
        var words = person.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "–" : string.Concat(words.Take(2).Select(word => word[..1])).ToUpperInvariant();
    }

    /// <summary>Keeps a figure and its percent sign on one line, as typography asks; text and HTML alike.</summary>
    public static string Whole(string text) => PercentGap().Replace(text, "${figure}\u00A0%");

    [GeneratedRegex("(?<figure>[0-9]) %", RegexOptions.NonBacktracking)]
    private static partial Regex PercentGap();

    private static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Bogota);

    /// <summary>Written here so that a machine without Spanish culture data counts the same.</summary>
    private static readonly NumberFormatInfo Separators = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };
}
