using System.Runtime.InteropServices;
using Acervo.Platform.Calendar;
using Acervo.Ui;
using Npgsql;

namespace Acervo.Platform.Publications;

/// <summary>From when on, and until when, what a publication offers can be used. Either may be unsaid; at the moment it closes it is closed.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct OpenSpan(DateTime? OpensAt, DateTime? ClosesAt)
{
    /// <summary>Of a row that has <c>opens_at</c> at this place and <c>closes_at</c> at the next.</summary>
    public static OpenSpan Read(NpgsqlDataReader row, int at) =>
        new(row.IsDBNull(at) ? null : row.GetDateTime(at), row.IsDBNull(at + 1) ? null : row.GetDateTime(at + 1));

    public bool IsOpenAt(DateTime moment) => !(moment < OpensAt) && !(moment >= ClosesAt);

    /// <summary>How it stands at a moment, in words; null when there is nothing to say.</summary>
    public string? At(DateTime moment) => this switch
    {
        { OpensAt: { } opens } when moment < opens => $"Abre el {(IsMidnight(opens) ? Spanish.Day(opens) : Spanish.Moment(opens))}",
        { ClosesAt: { } closes } => $"{(moment < closes ? "Cierra" : "Cerró")} {Until(closes)}",
        _ => null,
    };

    /// <summary>What lasts to the end of a day closes when the next begins, and nobody would read that day as the last.</summary>
    private static string Until(DateTime closes) =>
        IsMidnight(closes) ? $"al terminar el {Spanish.Day(closes.AddTicks(-1))}" : $"el {Spanish.Moment(closes)}";

    private static bool IsMidnight(DateTime moment) => moment.ToBogota().TimeOfDay == TimeSpan.Zero;
}
