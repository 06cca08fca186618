using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Publishing;
using Acervo.Platform.Publications;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Practices.Demo;

/// <summary>What reviewers do in the demonstration, through the same verbs as their pages.</summary>
internal sealed class DemoReviewer(AppDb db, DossierPublishing publishing, TimeProvider clock)
{
    public async Task DoAsync(Dossier practice, SampleStep step, int by, DateOnly today, CancellationToken cancel)
    {
        var now = clock.Now();
        switch (step.Do)
        {
            case "claim":
                practice.Claim(by, now);
                break;
            case "remark":
                db.Remarks.Add(Remark.Write(practice.Subject, step.Field!, practice.Editorial.Round, null, by, step.Text, now));
                break;
            case "settle":
                (await OpenAsync(practice, cancel)).Where(remark => step.Field is null || remark.Field == step.Field).ToList()
                    .ForEach(remark => remark.Resolve(by, now));
                break;
            case "request-changes":
                practice.RequestChanges(await RoundAsync(practice, cancel), step.Text, (await OpenAsync(practice, cancel)).Count, by, now);
                break;
            case "approve":
                practice.Approve(await RoundAsync(practice, cancel), (await OpenAsync(practice, cancel)).Count, step.Text, by, now);
                break;
            case "schedule":
                practice.Schedule(step.ScheduledFor(today), by, now);
                break;
            case "publish":
                await publishing.PublishAsync(practice, by, cancel);
                break;
            case "force":
                await publishing.ForceAsync(practice, step.Text, by, cancel);
                break;
            case "withdraw":
                await publishing.EndAsync(practice, Ending.InError, null, step.Text, by, cancel);
                break;
            case "lapse":
                await publishing.EndAsync(practice, Ending.Lapsed, null, step.Text, by, cancel);
                break;
            default:
                throw new InvalidDataException($"A reviewer does not «{step.Do}».");
        }

        await db.SaveChangesAsync(cancel);
    }

    private Task<List<Remark>> OpenAsync(Dossier practice, CancellationToken cancel)
    {
        var subject = practice.Subject;
        return db.Remarks.Where(remark => remark.Subject == subject && remark.ParentId == null && remark.ResolvedAt == null).ToListAsync(cancel);
    }

    private Task<ReviewRound> RoundAsync(Dossier practice, CancellationToken cancel)
    {
        var subject = practice.Subject;
        return db.Rounds.Where(round => round.Subject == subject).OrderByDescending(round => round.Round).FirstAsync(cancel);
    }
}
