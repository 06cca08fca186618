using Acervo.Platform.Calendar;
using Acervo.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Publications;

/// <summary>The ways in which a publication ends, and that it has not.</summary>
public sealed partial class Publisher
{
    /// <summary>Turns the version in force into a tombstone that says why.</summary>
    public Task WithdrawAsync(string kind, int item, string reason, DateTime now, CancellationToken cancel = default) =>
        TakeOffAsync(kind, item, null, reason, now, cancel);

    /// <summary>Takes it off the site, and whoever opens its address is led to what stands for it.</summary>
    public Task ReplaceAsync(string kind, int item, Successor successor, string reason, DateTime now, CancellationToken cancel = default) =>
        TakeOffAsync(kind, item, successor, reason, now, cancel);

    private async Task TakeOffAsync(string kind, int item, Successor? successor, string reason, DateTime now, CancellationToken cancel)
    {
        if (successor is not null)
        {
            await RequireStandingAsync(kind, item, successor, cancel);
        }

        var current = await db.Publications.Where(p => p.Kind == kind && p.Item == item && p.State == PublicationState.Current).OneAsync(cancel);
        current.Withdraw(PersonalData.Redact(reason), now, successor);
        // The versions before it go too, for good: a later republication does not bring them back.
        var before = await db.Publications
            .Where(p => p.Kind == kind && p.Item == item && p.State == PublicationState.Superseded && p.WithdrawnAt == null).ToListAsync(cancel);
        foreach (var old in before)
        {
            old.WithdrawOld(PersonalData.Redact(reason), now);
        }

        await db.SaveChangesAsync(cancel);
        await AttestAsync([current.Id, .. before.Select(old => old.Id)], cancel);
        if (FactsOf(kind) is { } facts)
        {
            foreach (var gone in before.Prepend(current))
            {
                await facts.WithdrawnAsync(gone, cancel);
            }
        }
    }

    /// <summary>Two that are replaced by each other at the same moment would both be gone: the rows of both are held, in the same order by everybody.</summary>
    private async Task RequireStandingAsync(string kind, int item, Successor successor, CancellationToken cancel)
    {
        var standing = await db.Database.SqlQuery<long>($"""
            SELECT id AS "Value" FROM site.publications
            WHERE state = 'current' AND ((kind = {kind} AND item = {item}) OR (kind = {successor.Kind} AND item = {successor.Item})) ORDER BY id FOR UPDATE
            """).ToListAsync(cancel);
        if (standing.Count < 2)
        {
            throw new RuleException("La publicación que la reemplaza ya no está en el sitio. Elija otra.");
        }
    }

    /// <summary>Says of the version in force that it is not put to use any more; it stays where it is.</summary>
    public async Task LapseAsync(string kind, int item, string reason, DateTime now, CancellationToken cancel = default)
    {
        var current = await db.Publications.Where(p => p.Kind == kind && p.Item == item && p.State == PublicationState.Current).OneAsync(cancel);
        current.Lapse(PersonalData.Redact(reason), now);
        await db.SaveChangesAsync(cancel);
        await AttestAsync([current.Id], cancel);
    }

    /// <summary>Says of the version in force that it is in use, and when that is asked next.</summary>
    public async Task StandByAsync(string kind, int item, NextLook? next, DateTime now, CancellationToken cancel = default)
    {
        var current = await db.Publications.Where(p => p.Kind == kind && p.Item == item && p.State == PublicationState.Current).OneAsync(cancel);
        if (current.UsedAt?.BogotaDay() == now.BogotaDay())
        {
            throw new RuleException("Hoy ya se confirmó que sigue en uso.");
        }

        current.StandBy(next, now);
        await db.SaveChangesAsync(cancel);
        await AttestAsync([current.Id], cancel);
    }
}
