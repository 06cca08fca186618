using Acervo.Modules.Practices.Reading;
using Acervo.Platform.Accounts;
using Acervo.Platform.Calendar;
using Acervo.Platform.Documents;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Editorial.Intake;
using Acervo.Platform.Editorial.Publishing;
using Acervo.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Practices.Demo;

/// <summary>What authors do in the demonstration, through the same reader and verbs as their pages.</summary>
internal sealed class DemoAuthor(AppDb db, DocumentReader documents, FileStore files, DossierChecklist checklist, DossierCopies copies,
    DossierPublishing publishing, TimeProvider clock)
{
    /// <summary>Uploads the document, lets it be read, and writes the public card.</summary>
    public async Task ReadAsync(SampleFicha sample, Person author, CancellationToken cancel)
    {
        var content = new FileContent(SampleShelf.Document(sample.Document), "application/octet-stream");
        var read = FichaReader.Read(await documents.ReadAsync(content.Bytes, cancel: cancel));
        var stored = await files.SaveAsync(content, cancel);
        var practice = Dossier.Start(read.Form, author.Id, author.UnitId, clock.Now());
        practice.TakeReading(read.Answers, read.FilledOn, StoredReading.Of(read).ToJson(), stored.Sha256, sample.Document, author.Id, clock.Now());
        practice.Present(sample.Summary, sample.Goals, "", clock.Now());
        db.Add(practice);
        await db.SaveChangesAsync(cancel);
    }

    public async Task DoAsync(Dossier practice, SampleStep step, int by, CancellationToken cancel)
    {
        var now = clock.Now();
        switch (step.Do)
        {
            case "attach":
                await AttachAsync(practice, step.File!, by, cancel);
                break;
            case "explain":
                await ExplainAsync(practice, step.Text, by, cancel);
                break;
            case "answer":
                var answers = practice.Answers;
                answers.Set(step.Field!, step.Text);
                practice.Answer(answers, now);
                break;
            case "reply":
                var subject = practice.Subject;
                var root = await db.Remarks.FirstAsync(one => one.Subject == subject && one.Field == step.Field && one.ParentId == null
                    && one.ResolvedAt == null, cancel);
                db.Remarks.Add(Remark.Write(subject, root.Field, practice.Editorial.Round, root, by, step.Text, now));
                break;
            case "send":
                db.Add(practice.Submit(by, [.. (await checklist.OfAsync(practice, cancel)).Where(item => item.IsOpen)], now));
                break;
            case "amend":
                practice.Amend(by, now);
                practice.Present(practice.Summary, practice.Goals, step.Text, now);
                break;
            case "stand-by":
                await publishing.StandByAsync(practice, by, cancel);
                break;
            default:
                throw new InvalidDataException($"An author does not «{step.Do}».");
        }

        await db.SaveChangesAsync(cancel);
    }

    private async Task AttachAsync(Dossier practice, string name, int by, CancellationToken cancel)
    {
        var bytes = SampleShelf.Document(name);
        var tried = await copies.TryAsync(new MemoryStream(bytes), cancel);
        var copy = tried.Content ?? throw new RuleException($"«{name}»: {tried.Refusal}");
        var original = await files.SaveAsync(new FileContent(bytes, tried.ContentType), cancel);
        await files.SaveAsync(copy, cancel);
        practice.Attach(DossierFile.Of(name, original, copy, tried.Notes, by, clock.Now(), DossierFile.Clean), clock.Now());
    }

    private async Task ExplainAsync(Dossier practice, string why, int by, CancellationToken cancel)
    {
        foreach (var item in (await checklist.OfAsync(practice, cancel)).Where(item => item is { IsOpen: true, IsError: false }))
        {
            practice.Explain(item, why, by, clock.Now());
        }
    }
}
