using System.Data.Common;
using System.Text.Json;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Documents;
using Acervo.Platform.Files;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Forms.References;
using Acervo.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.Intake;

/// <summary>The work that reads a document: it becomes a ficha, or is refused with a reason.</summary>
internal sealed class ReadDocument(AppDb db, FileStore files, DocumentReader documents, FormCatalogue forms, EditorialKinds kinds, KindRules rules,
    ReferenceDesk references, TimeProvider clock, ILogger<ReadDocument> log) : Worker
{
    public const string Kind = "reading";

    private static readonly IReadOnlySet<string> NoTerms = new HashSet<string>(StringComparer.Ordinal);

    private FormReading? read;
    private (int Page, int Pages) told = (0, 1);

    public override string Broken => "No pudimos leer el archivo. Inténtelo de nuevo o escriba la ficha a mano; ya quedó registrado.";

    public override async Task PrepareAsync(WorkItem work, Func<int, int, Task> tell, CancellationToken cancel)
    {
        var reading = await GetAsync(work, cancel);
        try
        {
            await using var file = await files.OpenAsync(reading.Sha256, cancel);
            var document = await documents.ReadAsync(file, new Progress<ReadingProgress>(at => _ = tell((told = (at.Page, at.Pages)).Page, at.Pages)), cancel);
            read = await ReadFormAsync(document, cancel);
        }
        catch (Exception refusal) when (refusal is DocumentException or FormNotRecognisedException)
        {
            if (refusal.InnerException is { } cause)
            {
                log.LogInformation(cause, "Reading {Id} was refused.", reading.Id);
            }

            throw new RuleException(refusal.Message, refusal);
        }
        catch (Exception bug) when (bug is not (OperationCanceledException or DbException or RuleException))
        {
            // What the reader stumbles over once it stumbles over again: nobody waits for three tries.
            log.LogError(bug, "Reading {Id} failed.", reading.Id);
            throw new RuleException(Broken, bug);
        }
    }

    /// <summary>The ficha and the end of its reading are one act.</summary>
    public override async Task<Slice> WorkAsync(WorkItem work, CancellationToken cancel)
    {
        var reading = await GetAsync(work, cancel);
        var author = await db.People.AsNoTracking().FirstAsync(person => person.Id == reading.PersonId, cancel);
        var dossier = Dossier.Start(read!.Form, author.Id, author.UnitId, clock.Now());
        dossier.TakeReading(read.Answers, read.FilledOn, StoredReading.Of(read).ToJson(), reading.Sha256, reading.Name, author.Id, clock.Now());
        db.Dossiers.Add(dossier);
        await db.SaveChangesAsync(cancel);
        reading.Become(dossier);
        await db.SaveChangesAsync(cancel);
        return new Slice(0, told.Pages - told.Page, true);
    }

    private Task<DocumentReading> GetAsync(WorkItem work, CancellationToken cancel)
    {
        var id = JsonSerializer.Deserialize<int>(work.Payload);
        return db.Set<DocumentReading>().FirstAsync(reading => reading.Id == id, cancel);
    }

    /// <summary>Reads it as one of the forms of the kinds that are on.</summary>
    private async Task<FormReading> ReadFormAsync(DocumentText document, CancellationToken cancel)
    {
        Dictionary<string, IReadOnlySet<string>> terms = new(StringComparer.Ordinal);
        foreach (var kind in rules.All)
        {
            foreach (var (catalogue, names) in await kind.TermsAsync(cancel))
            {
                terms.TryAdd(catalogue, names);
            }
        }

        IReadOnlyList<FormDefinition> known = [.. forms.All.Where(form => kinds.All.Any(one => one.Kind == form.Kind))];
        foreach (var catalogue in known.SelectMany(form => form.Questions).Where(question => question.Several).Select(question => question.Catalogue)
            .OfType<string>().Distinct())
        {
            terms.TryAdd(catalogue, await references.NamesAsync(catalogue, cancel));
        }

        var reading = FormReader.ReadInTime(known, document, catalogue => terms.GetValueOrDefault(catalogue, NoTerms));
        var doubts = await references.SettleAsync(reading.Form.Questions, reading.Answers, null, null, cancel);
        return reading with { Observations = [.. reading.Observations, .. doubts] };
    }
}
