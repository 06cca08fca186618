using System.Globalization;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Checks;
using Acervo.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Editorial.Publishing;

/// <summary>Sets the day and hour, in Bogotá, at which the site will publish by itself.</summary>
[Allow(Role.Reviewer)]
internal sealed class ScheduleModel(AppDb db, Me me, NearCopies copies, TimeProvider clock) : PageModel
{
    internal Dossier Dossier { get; private set; } = null!;

    internal FieldView Day { get; private set; } = new("day", "Día", FieldKind.Date) { Required = true };

    internal string Hour { get; private set; } = "08:00";

    /// <summary>Something published has much of the same text, and nobody said how they differ.</summary>
    internal bool IsLike { get; private set; }

    internal string? HourError { get; private set; }

    public async Task OnGetAsync(int id, CancellationToken cancel) => Dossier = await db.GetForReviewAsync(id, me, cancel);

    public async Task<IActionResult> OnPostAsync(int id, string? hour, string? approved, CancellationToken cancel)
    {
        Dossier = await db.GetForReviewAsync(id, me, cancel);
        Dossier.RequireSeen(approved);
        var parts = DayParts.Read(Request.Form, "day");
        Day = Day with { Day = parts };
        IsLike = (await copies.OfAsync(Dossier, cancel)).Any(copy => copy.IsOpen);
        if (IsLike)
        {
            ModelState.AddModelError("", "Se parece a algo publicado: explique primero en qué se diferencia.");
        }

        Hour = hour ?? "";
        if (!TimeOnly.TryParse(hour, CultureInfo.InvariantCulture, out var time))
        {
            HourError = "Escriba la hora, como 08:00.";
            ModelState.AddModelError("hour", HourError);
        }

        var moment = parts.ToDay()?.ToDateTime(time).BogotaToUtc();
        if (moment is null || moment <= clock.Now())
        {
            var sentence = moment is null ? "Escriba un día que exista." : "Escriba un día y una hora que no hayan pasado.";
            ModelState.AddModelError("day", sentence);
            Day = Day with { Day = parts, Error = sentence };
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        Dossier.Schedule(moment!.Value, me.Id, clock.Now());
        await db.SaveChangesAsync(cancel);
        return Redirect($"/fichas/{id}/publicar");
    }
}
