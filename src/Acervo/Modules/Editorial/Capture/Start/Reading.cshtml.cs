using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Intake;
using Acervo.Platform.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Capture.Start;

/// <summary>How far a long reading is, or how long its line; it leads to the ficha as soon as there is one.</summary>
[Allow(Role.Contributor)]
internal sealed class ReadingModel(AppDb db, Me me, WorkQueue queue) : PageModel
{
    internal DocumentReading Reading { get; private set; } = null!;

    internal WorkItem Work => Reading.Work!;

    /// <summary>Works before this one while it waits.</summary>
    internal int Ahead { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        Reading = await db.ReadingsOf().Where(reading => reading.Id == id && reading.PersonId == me.Id).OneAsync(cancel);
        Ahead = Work.State == WorkState.Waiting ? await queue.AheadOfAsync(Work, cancel) : 0;
        return Work.State == WorkState.Done ? Redirect($"/fichas/{Reading.DossierId}") : Page();
    }
}
