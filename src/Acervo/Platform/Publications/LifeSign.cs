using System.Runtime.InteropServices;
using Acervo.Platform.Calendar;
using Acervo.Ui;
using Npgsql;

namespace Acervo.Platform.Publications;

/// <summary>
/// What is known of whether a publication is put to use still. Its authors are asked from time to time; a question that nobody answered in its term shows,
/// at a moment that is known beforehand, and so nothing is written when it comes.
/// </summary>
/// <param name="PublishedAt">When this version was published: then it was in use.</param>
/// <param name="UsedAt">When its authors last said that it was; null while they said nothing since it was published.</param>
/// <param name="LookAt">When they are asked next; null where nobody is asked.</param>
/// <param name="DoubtAt">From when on nobody has answered in time.</param>
/// <param name="LapsedAt">Since when it is not put to use any more.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LifeSign(DateTime PublishedAt, DateTime? UsedAt, DateTime? LookAt, DateTime? DoubtAt, DateTime? LapsedAt)
{
    /// <summary>The columns that <see cref="Read"/> reads; who reads them for a page tells until when it is true.</summary>
    internal const string Columns = "published_at, used_at, look_at, doubt_at, lapsed_at";

    /// <summary>Of a row that has those columns from this place on.</summary>
    public static LifeSign Read(NpgsqlDataReader row, int at) => new(
        row.GetDateTime(at), Moment(row, at + 1), Moment(row, at + 2), Moment(row, at + 3), Moment(row, at + 4));

    /// <summary>When it was last known to be in use.</summary>
    public DateTime SaidAt => UsedAt ?? PublishedAt;

    public LifeState At(DateTime now) => this switch
    {
        { LapsedAt: not null } => LifeState.Lapsed,
        { DoubtAt: null } => LifeState.Unasked,
        _ => now < DoubtAt ? LifeState.InUse : LifeState.Doubted,
    };

    /// <summary>For a line of a list; null where there is nothing to say.</summary>
    public string? Words(PublicationKind kind, DateTime now) => At(now) switch
    {
        LifeState.Lapsed => kind.LapsedWords,
        LifeState.Doubted => $"Sin confirmar desde {Said}",
        LifeState.InUse when UsedAt is not null => $"En uso, confirmad{(kind.IsFeminine ? "a" : "o")} en {Said}",
        LifeState.InUse => LifeWords.InUse,
        _ => null,
    };

    /// <summary>For its page, where the date of the next look stands too; null of what says so otherwise, or where there is nothing to say.</summary>
    public string? Sentence(PublicationKind kind, DateTime now) => (At(now), LookAt) switch
    {
        (LifeState.InUse, { } look) => $"{(UsedAt is null ? $"Estaba en uso cuando se publicó, en {Said}" : Words(kind, now))}. "
            + (now < look ? $"En {Month(look)} {(UsedAt is null ? "se preguntará a sus autores si sigue en uso" : "se volverá a preguntar")}."
                : $"Se preguntó a sus autores si sigue en uso: responden a más tardar el {Spanish.Day(LastDay(DoubtAt!.Value))}."),
        (LifeState.Doubted, { } look) =>
            $"{Words(kind, now)}. Se preguntó a sus autores en {Month(look)} si sigue en uso y todavía no han respondido.",
        _ => null,
    };

    /// <summary>The last day on which an answer comes in time.</summary>
    public static DateOnly LastDay(DateTime doubtAt) => doubtAt.AddTicks(-1).BogotaDay();

    private string Said => Month(SaidAt);

    private static string Month(DateTime moment) => Spanish.Month(moment.BogotaDay());

    private static DateTime? Moment(NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetDateTime(at);
}

/// <summary>How a publication stands, as far as its use goes.</summary>
public enum LifeState
{
    /// <summary>Nobody is asked, and nobody said that it is out of use.</summary>
    Unasked,
    InUse,
    Doubted,
    Lapsed,
}

/// <summary>What those are called where things are narrowed down, and in the API.</summary>
public static class LifeWords
{
    public const string InUse = "En uso";

    public const string Doubted = "Sin confirmar";

    /// <summary>Its name for programs; null of what nobody is asked about.</summary>
    public static string? Code(this LifeState state) => state switch
    {
        LifeState.InUse => "si",
        LifeState.Doubted => "sin-confirmar",
        LifeState.Lapsed => "no",
        _ => null,
    };
}

/// <summary>When the authors of a publication are asked next whether it is in use, and from when on an unanswered question shows.</summary>
public sealed record NextLook(DateTime LookAt, DateTime DoubtAt);
