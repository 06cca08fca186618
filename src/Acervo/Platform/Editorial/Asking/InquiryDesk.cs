using System.Net;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Publications;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.Asking;

/// <summary>Takes in what visitors write, within limits, and sends it to the office that keeps what it is about.</summary>
internal sealed class InquiryDesk(AppDb db, Tries tries, InquiryLetters letters, IConfiguration configuration, TimeProvider clock)
{
    private readonly InquirySettings limits = InquirySettings.Of(configuration);

    /// <exception cref="RuleException">There were too many for now, or what it is about was withdrawn meanwhile.</exception>
    public async Task TakeAsync(NewInquiry said, IPAddress? from, CancellationToken cancel)
    {
        await tries.TakeAsync($"ask:{Person.Normalize(said.Email)}", from, limits.PerConnection, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // One at a time, so that the counts of the day are exact however many come at once.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('inquiries'))", cancel);
        var now = clock.Now();
        await CheckDayAsync(said, now.AddDays(-1), cancel);
        var about = await db.Publications.AsNoTracking()
            .FirstOrDefaultAsync(p => p.Kind == said.Kind && p.Item == said.Item && p.State == PublicationState.Current, cancel)
            ?? throw new RuleException("Esta publicación se retiró del sitio mientras usted escribía, y ya no recibe mensajes.");
        db.Inquiries.Add(Inquiry.Of(said, now));
        await letters.WriteAsync(said, about, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task CheckDayAsync(NewInquiry said, DateTime since, CancellationToken cancel)
    {
        var today = db.Inquiries.Where(one => one.AskedAt > since);
        var (all, about) = (await today.CountAsync(cancel), await today.CountAsync(one => one.Kind == said.Kind && one.Item == said.Item, cancel));
        var same = await db.Database.SqlQuery<int>(
            $"""SELECT count(*)::int AS "Value" FROM app.inquiries WHERE asked_at > {since} AND lower(email) = lower({said.Email})""").SingleAsync(cancel);
        if (same >= limits.PerEmailDay)
        {
            throw new RuleException($"Con este correo ya se enviaron {same} mensajes en las últimas 24 horas. Espere la respuesta o escriba más tarde.");
        }

        if (about >= limits.PerPublicationDay)
        {
            throw new RuleException("En las últimas 24 horas se recibieron muchos mensajes sobre esta publicación. Escriba más tarde.");
        }

        if (all >= limits.PerSiteDay)
        {
            throw new RuleException("En las últimas 24 horas se recibieron más mensajes de los que el sitio entrega en un día. Escriba más tarde.");
        }
    }
}
