using Acervo.Platform.Accounts;
using Acervo.Platform.Work;
using Acervo.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Home.LongWork;

/// <summary>What a person asked for that takes long, with how far it is; administrators see what everybody asked for.</summary>
[Allow]
internal sealed class IndexModel(AppDb db, Me me) : PageModel
{
    private const int Most = 100;

    internal bool SeesAll => me.Has(Role.Administrator);

    internal IReadOnlyList<WorkRow> Rows { get; private set; } = [];

    internal bool AnyOpen => Rows.Any(row => row.Work.IsOpen);

    public async Task OnGetAsync(CancellationToken cancel) =>
        Rows = await (from work in db.WorkOf(me).AsNoTracking()
                      join person in db.People on work.PersonId equals person.Id
                      orderby work.Id descending
                      select new WorkRow(work, person.Name)).Take(Most).ToListAsync(cancel);

    internal static string StateOf(WorkItem work) => work.State switch
    {
        WorkState.Waiting => "Espera su turno",
        WorkState.Running => $"Va en {Spanish.Number(work.Done)} de {Spanish.Number(work.Total)}",
        WorkState.Done => $"Terminó: {Spanish.Number(work.Done)} de {Spanish.Number(work.Total)}",
        WorkState.Cancelled => $"Detenido en {Spanish.Number(work.Done)} de {Spanish.Number(work.Total)}",
        _ => "No se pudo terminar",
    };
}

/// <summary>A work in the list, and who asked for it.</summary>
internal sealed record WorkRow(WorkItem Work, string Who);
