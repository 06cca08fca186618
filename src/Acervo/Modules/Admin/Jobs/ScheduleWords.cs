using System.Globalization;

namespace Acervo.Modules.Admin.Jobs;

/// <summary>Says in Spanish when a job runs; a schedule of an unusual shape is shown as it was written.</summary>
internal static class ScheduleWords
{
    public static string Of(string cron) => cron.Split(' ') switch
    {
        [_, "*", "*", "*", "*", "?"] => "Cada minuto",
        [_, var minute, "*", "*", "*", "?"] when IsNumber(minute) => $"Cada hora, al minuto {minute}",
        [_, var minute, var hour, "*", "*", "?"] when IsNumber(minute) && IsNumber(hour) => $"Cada día, {Clock(hour, minute)}",
        _ => $"Según «{cron}»",
    };

    private static bool IsNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static string Clock(string hour, string minute)
    {
        var at = new TimeOnly(int.Parse(hour, CultureInfo.InvariantCulture), int.Parse(minute, CultureInfo.InvariantCulture));
        return $"{(at.Hour % 12 == 0 ? 12 : at.Hour % 12)}:{at.Minute:00}\u00A0{(at.Hour < 12 ? "a.\u00A0m." : "p.\u00A0m.")}";
    }
}
