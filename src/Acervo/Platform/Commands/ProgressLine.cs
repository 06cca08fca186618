using System.Diagnostics;
using System.Globalization;

namespace Acervo.Platform.Commands;

/// <summary>How far a command has come, on one line that is redrawn; silent where the output is not a terminal.</summary>
internal sealed class ProgressLine(string what, long? total, Func<long, string> words) : IProgress<long>, IDisposable
{
    private const int Width = 30;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly bool isShown = !Console.IsErrorRedirected;
    private long drawnAt;

    public static ProgressLine OfBytes(string what, long? total = null) =>
        new(what, total, bytes => string.Create(CultureInfo.CurrentCulture, $"{bytes / 1048576.0:N1} MB"));

    public static ProgressLine OfRows(string what, long? total = null) =>
        new(what, total, rows => string.Create(CultureInfo.CurrentCulture, $"{rows:N0} filas"));

    public void Report(long value)
    {
        if (!isShown || (drawnAt != 0 && Stopwatch.GetElapsedTime(drawnAt) < Pace))
        {
            return;
        }

        drawnAt = Stopwatch.GetTimestamp();
        var bar = total is > 0 ? Bar(Math.Min(1.0, (double)value / total.Value)) : "";
        Console.Error.Write($"\r{what} {bar}{words(value)}  ");
    }

    public void Dispose()
    {
        if (isShown && drawnAt != 0)
        {
            Console.Error.Write("\r" + new string(' ', what.Length + Width + 30) + "\r");
        }
    }

    private static string Bar(double share)
    {
        var done = (int)(share * Width);
        return $"[{new string('#', done)}{new string('.', Width - done)}] {share,4:P0} ";
    }
}
