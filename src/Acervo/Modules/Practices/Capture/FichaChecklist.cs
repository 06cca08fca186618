using Acervo.Modules.Practices.Capture.Reading;
using Acervo.Platform.Calendar;

namespace Acervo.Modules.Practices.Capture;

/// <summary>The checklist of a ficha today, with what this entity compares answers with: its mail domains and its catalogue of policies.</summary>
internal sealed class FichaChecklist(AppDb db, FichaForm ficha, IConfiguration configuration, TimeProvider clock, ILogger<FichaChecklist> log)
{
    public async Task<IReadOnlyList<ChecklistItem>> OfAsync(Practice practice, CancellationToken cancel)
    {
        var reference = new RemarkReference
        {
            Policies = await db.PoliciesAsync(clock.Today(), cancel),
            AttachedFiles = [.. practice.Files.Select(file => file.Name)]
        };
        if (configuration.GetSection("Practices:MailDomains").Get<string[]>() is { Length: > 0 } domains)
        {
            reference = reference with { MailDomains = domains };
        }

        try
        {
            return Checklist.Of(practice, ficha.Of(practice), reference, clock.Today());
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            // Advice that fails, or a text built to make it slow, must not close the page on which the text is mended; what blocks still blocks.
            log.LogError(bug, "The answers of practice {Practice} could not be remarked.", practice.Id);
            return Checklist.Of(practice, ficha.Of(practice), clock.Today());
        }
    }
}
