using Acervo.Platform.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Trail;

/// <summary>A deed of the audit trail as it is written, with the name of who did it and its place in the chain, once it has one.</summary>
internal sealed record TrailRow(long Id, long? Seq, DateTime At, int? PersonId, string? Person, string Verb, string Subject, string Detail, int Rows)
{
    public string Who => Person ?? (PersonId is null ? "El sistema" : $"Persona {PersonId}");

    /// <summary>The part of the trail that a filter leaves, in no order yet.</summary>
    public static IQueryable<TrailRow> Of(AppDb db, TrailFilter filter)
    {
        var rows = db.Database.SqlQuery<TrailRow>($"""
            SELECT a.id AS "Id", l.seq AS "Seq", a.at AS "At", a.person_id AS "PersonId", p.name AS "Person", a.verb AS "Verb", a.subject AS "Subject",
                   a.detail AS "Detail", a.row_count AS "Rows"
            FROM app.audit a LEFT JOIN app.audit_links l ON l.deed = a.id LEFT JOIN app.people p ON p.id = a.person_id
            """);
        if (!string.IsNullOrWhiteSpace(filter.Person))
        {
            var name = LikePattern.Containing(filter.Person);
            rows = rows.Where(row => row.Person != null && EF.Functions.ILike(EF.Functions.Unaccent(row.Person), EF.Functions.Unaccent(name)));
        }

        if (!string.IsNullOrWhiteSpace(filter.Verb))
        {
            // «practice.» is everything done to fichas.
            var verb = filter.Verb.Trim();
            rows = verb.EndsWith('.') ? rows.Where(row => row.Subject.StartsWith(verb.Replace('.', '/'))) : rows.Where(row => row.Verb == verb);
        }

        if (!string.IsNullOrWhiteSpace(filter.Subject))
        {
            var subject = filter.Subject.Trim();
            rows = rows.Where(row => row.Subject == subject);
        }

        if (filter.From is { } from)
        {
            var start = from.ToDateTime(TimeOnly.MinValue).BogotaToUtc();
            rows = rows.Where(row => row.At >= start);
        }

        if (filter.To is { } to)
        {
            var end = to.AddDays(1).ToDateTime(TimeOnly.MinValue).BogotaToUtc();
            rows = rows.Where(row => row.At < end);
        }

        return rows;
    }
}

/// <summary>What part of the trail is asked for; days in Bogotá, both included.</summary>
internal sealed record TrailFilter(string? Person, string? Verb, string? Subject, DateOnly? From, DateOnly? To)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Person + Verb + Subject) && From is null && To is null;

    public string Query => $"persona={Uri.EscapeDataString(Person ?? "")}&verbo={Uri.EscapeDataString(Verb ?? "")}"
        + $"&sobre={Uri.EscapeDataString(Subject ?? "")}&desde={From:yyyy-MM-dd}&hasta={To:yyyy-MM-dd}";
}
