using System.Data.Common;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Documents;
using Acervo.Platform.Files;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Forms.References;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.Intake;

/// <summary>The turn of one document: it is read and becomes a ficha, or is refused with a reason, and gives signs of life meanwhile.</summary>
internal sealed class DocumentTurn(AppDb db, ReadingQueue queue, FileStore files, DocumentReader documents, FormCatalogue forms, EditorialKinds kinds,
    KindRules rules, ReferenceDesk references, IServiceScopeFactory scopes, TimeProvider clock,
    ILogger<DocumentTurn> log)
{
    private const int MostTries = 3;
    private const string Broken = "No pudimos leer el archivo. Inténtelo de nuevo o escriba la ficha a mano; ya quedó registrado.";

    private static readonly IReadOnlySet<string> NoTerms = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Several in each lease, so that one that is late does no harm.</summary>
    private static readonly TimeSpan Beat = ReadingQueue.Lease / 6;

    public async Task ReadAsync(DocumentReading reading, CancellationToken cancel)
    {
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var beating = BeatAsync(reading, mine);
        try
        {
            await (reading.Tries > MostTries ? queue.RefuseAsync(reading, Broken, cancel) : TryAsync(reading, mine.Token));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            log.LogWarning("Reading {Id} was taken over by another.", reading.Id);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            log.LogError(bug, "Reading {Id} failed.", reading.Id);
            await OnTheSideAsync(reading.Id, other => other.RefuseAsync(reading, Broken, cancel));
        }
        finally
        {
            await mine.CancelAsync();
            await beating;
        }
    }

    private async Task TryAsync(DocumentReading reading, CancellationToken cancel)
    {
        try
        {
            await using var file = await files.OpenAsync(reading.Sha256, cancel);
            var document = await documents.ReadAsync(file, new Progress<ReadingProgress>(at => _ = AdvanceAsync(reading, at)), cancel);
            var read = await ReadFormAsync(document, cancel);
            var author = await db.People.AsNoTracking().FirstAsync(p => p.Id == reading.PersonId, cancel);
            var dossier = Dossier.Start(read.Form, author.Id, author.UnitId, clock.Now());
            dossier.TakeReading(read.Answers, read.FilledOn, StoredReading.Of(read).ToJson(), reading.Sha256, reading.Name, author.Id, clock.Now());
            await queue.FinishAsync(reading, dossier, cancel);
        }
        catch (Exception refusal) when (refusal is DocumentException or FormNotRecognisedException)
        {
            if (refusal.InnerException is { } cause)
            {
                log.LogInformation(cause, "Reading {Id} was refused.", reading.Id);
            }

            await queue.RefuseAsync(reading, refusal.Message, cancel);
        }
    }

    /// <summary>Reads it as one of the forms of the kinds that are on.</summary>
    private async Task<FormReading> ReadFormAsync(DocumentText document, CancellationToken cancel)
    {
        Dictionary<string, IReadOnlySet<string>> terms = new(StringComparer.Ordinal);
        foreach (var known in rules.All)
        {
            foreach (var (catalogue, names) in await known.TermsAsync(cancel))
            {
                terms.TryAdd(catalogue, names);
            }
        }

        IReadOnlyList<FormDefinition> read = [.. forms.All.Where(form => kinds.All.Any(kind => kind.Kind == form.Kind))];
        foreach (var catalogue in read.SelectMany(form => form.Questions).Where(question => question.Several).Select(question => question.Catalogue)
            .OfType<string>().Distinct())
        {
            terms.TryAdd(catalogue, await references.NamesAsync(catalogue, cancel));
        }

        var reading = FormReader.ReadInTime(read, document, catalogue => terms.GetValueOrDefault(catalogue, NoTerms));
        var doubts = await references.SettleAsync(reading.Form.Questions, reading.Answers, null, null, cancel);
        return reading with { Observations = [.. reading.Observations, .. doubts] };
    }

    /// <summary>Until the reading ends; when somebody else has it, it ends here too.</summary>
    private async Task BeatAsync(DocumentReading reading, CancellationTokenSource mine)
    {
        using var timer = new PeriodicTimer(Beat);
        while (await NextAsync(timer, mine.Token))
        {
            var held = true;
            await OnTheSideAsync(reading.Id, async other => held = await other.BeatAsync(reading, CancellationToken.None));
            if (!held)
            {
                await mine.CancelAsync();
            }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken until)
    {
        try
        {
            return await timer.WaitForNextTickAsync(until);
        }
        catch (OperationCanceledException)
        {
            return false; // the reading ended
        }
    }

    private Task AdvanceAsync(DocumentReading reading, ReadingProgress at) =>
        OnTheSideAsync(reading.Id, other => other.AdvanceAsync(reading, at.Page, at.Pages, CancellationToken.None));

    /// <summary>
    /// On a connection of its own, beside the reading. Where it cannot be written, the reading goes on: at worst it falls silent and is taken up again.
    /// </summary>
    private async Task OnTheSideAsync(int id, Func<ReadingQueue, Task> act)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await act(scope.ServiceProvider.GetRequiredService<ReadingQueue>());
        }
        catch (Exception bug) when (bug is DbException or ObjectDisposedException or InvalidOperationException)
        {
            log.LogWarning(bug, "The state of reading {Id} could not be written.", id);
        }
    }
}
