using Acervo.Platform.Accounts;
using Acervo.Ui;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.Intake;

/// <summary>The documents that a person sent since yesterday and that became no ficha yet, so that nobody who left the page loses sight of them.</summary>
internal static class SentDocuments
{
    private const int Most = 10;

    private static readonly TimeSpan Span = TimeSpan.FromDays(1);

    public static string StateOf(DocumentReading sent) => sent switch
    {
        { State: ReadingState.Refused } => "No se pudo leer",
        { State: ReadingState.Waiting } => "Espera su turno",
        { Pages: 0 } => "Se está leyendo",
        _ => $"Se está leyendo: {Spanish.Number(sent.Page)} de {Spanish.Count(sent.Pages, "página", "páginas")}",
    };

    public static Task<List<DocumentReading>> SentDocumentsAsync(this AppDb db, Me me, DateTime now, CancellationToken cancel)
    {
        var since = now - Span;
        return db.ReadingsOf().AsNoTracking().Where(r => r.PersonId == me.Id && r.State != ReadingState.Done && r.AskedAt > since)
            .OrderByDescending(r => r.Id).Take(Most).ToListAsync(cancel);
    }
}
