using System.Text.Json;
using Acervo.Platform.Accounts;
using Acervo.Platform.Documents;
using Acervo.Platform.Work;
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
        _ when IsOutOfTime(sent) => "No alcanzó el tiempo para leerlo",
        { Work.State: WorkState.Refused } => "No se pudo leer",
        { Work.State: WorkState.Cancelled } => "Se detuvo la lectura",
        { Work.State: WorkState.Waiting } => "Espera su turno",
        { Work: { Total: > 1 } work } => $"Se está leyendo: {Spanish.Number(work.Done)} de {Spanish.Count(work.Total, "página", "páginas")}",
        _ => "Se está leyendo",
    };

    /// <summary>It was not read for want of time: reading it again may do.</summary>
    public static bool IsOutOfTime(DocumentReading sent) => sent.Work is { State: WorkState.Refused, Refusal: { } why }
        && why.StartsWith(DocumentException.NoTime, StringComparison.Ordinal);

    /// <summary>Begins its work in the transaction of the caller, who rings after the commit.</summary>
    public static async Task HandInAsync(this AppDb db, DocumentReading reading, CancellationToken cancel)
    {
        db.Add(reading);
        await db.SaveChangesAsync(cancel);
        reading.HandTo(new WorkItem
        {
            Kind = ReadDocument.Kind,
            Title = $"Leer «{reading.Name}»",
            Href = $"/fichas/leyendo/{reading.Id}",
            PersonId = reading.PersonId,
            IsPersonal = true,
            Payload = JsonSerializer.Serialize(reading.Id),
            Total = 1,
        });
        await db.SaveChangesAsync(cancel);
    }

    public static Task<List<DocumentReading>> SentDocumentsAsync(this AppDb db, Me me, DateTime now, CancellationToken cancel)
    {
        var since = now - Span;
        return db.ReadingsOf().AsNoTracking().Where(r => r.PersonId == me.Id && r.Work!.State != WorkState.Done && r.AskedAt > since)
            .OrderByDescending(r => r.Id).Take(Most).ToListAsync(cancel);
    }
}
