using System.Globalization;

namespace Acervo.Platform.Calendar;

/// <summary>Times as people in Bogotá read them; the store keeps UTC.</summary>
public static class BogotaTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Bogota");

    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es-CO");

    public static DateTime ToBogota(this DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    public static DateTime BogotaToUtc(this DateTime local) => TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), Zone);

    /// <summary>The day of a moment as Bogotá counts it: at 19:00 there, UTC is already at tomorrow.</summary>
    public static DateOnly BogotaDay(this DateTime utc) => DateOnly.FromDateTime(utc.ToBogota());

    public static DateOnly Today(this TimeProvider clock) => clock.Now().BogotaDay();

    public static DateTime Now(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;

    /// <summary>26 de septiembre de 2025.</summary>
    public static string Long(this DateOnly day) => day.ToString("d 'de' MMMM 'de' yyyy", Spanish);

    /// <summary>26 de septiembre de 2025, in Bogotá.</summary>
    public static string LongDay(this DateTime utc) => utc.BogotaDay().Long();

    /// <summary>26 sep 2025, 3:04 p. m., in Bogotá.</summary>
    public static string Stamp(this DateTime utc) => utc.ToBogota().ToString("d MMM yyyy, h:mm tt", Spanish);
}
