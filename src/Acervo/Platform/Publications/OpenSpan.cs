using System.Runtime.InteropServices;
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
        { OpensAt: { } opens } when moment < opens => $"Abre el {Spanish.Moment(opens)}",
        { ClosesAt: { } closes } => $"{(moment < closes ? "Cierra" : "Cerró")} el {Spanish.Moment(closes)}",
        _ => null,
    };
}
