using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Mails;

/// <summary>A letter as the administrators see it, sent or not.</summary>
internal sealed partial record MailRow(
    long Id, string ToAddress, string Subject, string Body, DateTime CreatedAt, DateTime? SentAt, DateTime? DeadAt, DateTime NextTryAt, int Tries,
    string? LastError, DateTime ExpiresAt,
    DateTime? BouncedAt, DateTime? SweptAt)
{
    public string State => this switch
    {
        { SentAt: not null } => "Enviado",
        { HasExpired: true } => "Venció sin enviarse",
        { BouncedAt: not null } => "Rebotó",
        { DeadAt: not null } => "No se pudo entregar",
        { Tries: > 0 } => "Se intentará de nuevo",
        _ => "Por enviar",
    };

    /// <summary>Given up because it would have arrived too late; it is not sent again.</summary>
    public bool HasExpired => DeadAt >= ExpiresAt;

    /// <summary>The body without the secret part of its links, which open accounts.</summary>
    public string BodyWithoutSecrets => Secret().Replace(Body, "/…");

    public static IQueryable<MailRow> Of(AppDb db) => db.Database.SqlQuery<MailRow>($"""
        SELECT id AS "Id", to_address AS "ToAddress", subject AS "Subject", body AS "Body", created_at AS "CreatedAt", sent_at AS "SentAt",
               dead_at AS "DeadAt", next_try_at AS "NextTryAt", tries AS "Tries", last_error AS "LastError",
               stored_at + good_for AS "ExpiresAt", bounced_at AS "BouncedAt", swept_at AS "SweptAt" FROM app.outbox
        """);

    [GeneratedRegex("/[A-Za-z0-9_-]{24,}", RegexOptions.NonBacktracking)]
    private static partial Regex Secret();
}
