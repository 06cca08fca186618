using Acervo.Platform.Editorial.Checks;

namespace Acervo.Platform.Editorial;

/// <summary>The verbs of the office: send to review, decide, publish, amend.</summary>
public sealed partial class Dossier
{
    /// <summary>Sends it to review and keeps the text as it goes.</summary>
    public ReviewRound Submit(int by, IReadOnlyCollection<ChecklistItem> open, DateTime now)
    {
        if (!IsBy(by))
        {
            throw new RuleException("Solo quien la escribe la envía a revisión.");
        }

        if (open.Count > 0)
        {
            throw new RuleException($"Faltan {open.Count} puntos de la lista de verificación. El primero: {open.First().Sentence}");
        }

        Editorial.Submit(now);
        Did("submitted", by, $"round {Editorial.Round}");
        return new ReviewRound { Subject = Subject, Round = Editorial.Round, SubmittedBy = by, SubmittedAt = now, Content = Content.ToJson() };
    }

    public void Recall(int by, DateTime now)
    {
        Editorial.Recall(now);
        Did("recalled", by);
    }

    public void Schedule(DateTime when, int by, DateTime now)
    {
        RequirePresentable();
        Editorial.Schedule(by, WasWrittenBy(by), ContentHash, when, now);
        Did("scheduled", by, when.ToString("O"));
    }

    public void Unschedule(int by, DateTime now)
    {
        Editorial.Unschedule(now);
        Did("unscheduled", by);
    }

    /// <summary>Publishes what was approved. The job publishes what was scheduled in the name of who scheduled it.</summary>
    public void Publish(string slug, int by, DateTime now)
    {
        RequirePresentable();
        Editorial.Publish(by, WasWrittenBy(by), ContentHash, now);
        Published(slug, by, "");
    }

    /// <summary>Refuses when somebody decides on a text that is no longer the approved one: a tab left open shows another.</summary>
    public void RequireSeen(string? approvedHash)
    {
        if (approvedHash != Editorial.ApprovedHash)
        {
            throw new RuleException("La ficha cambió desde que abrió esta página: lo aprobado ya es otro texto. Ábrala de nuevo y léalo antes de publicar.");
        }
    }

    /// <summary>Refuses what publishing would refuse, before copies of the files are made.</summary>
    public void CheckPublish(int by, DateTime now)
    {
        RequirePresentable();
        Editorial.CheckPublish(by, WasWrittenBy(by), ContentHash, now);
    }

    /// <summary>The same for publishing alone.</summary>
    public void CheckForce(string reason, int by)
    {
        RequirePresentable();
        Editorial.CheckForce(by, WasWrittenBy(by), reason, ContentHash);
    }

    public void ForcePublish(string slug, string reason, int by, DateTime now)
    {
        RequirePresentable();
        Editorial.Force(by, WasWrittenBy(by), reason, ContentHash, now);
        Published(slug, by, "forced");
    }

    public void ConfirmForced(int by)
    {
        if (WasWrittenBy(by))
        {
            throw new RuleException("Quien la escribió no puede confirmar su publicación.");
        }

        Editorial.Confirm(by);
        Did("forced-confirmed", by);
    }

    /// <summary>Starts the next version; what is public stays until that one is published.</summary>
    public void Amend(int by, DateTime now)
    {
        Editorial.Amend(now);
        (ChangeNote, EditedAt) = ("", now);
        Did("amendment-started", by);
    }

    /// <summary>Gives up the version being prepared and takes back what was approved for the published one.</summary>
    public void DiscardAmendment(DossierContent published, int by, DateTime now)
    {
        if (PublishedVersion == 0)
        {
            throw new RuleException("No hay una versión publicada a la cual volver.");
        }

        Editorial.DiscardAmendment(IsPublic && Ending is null, now);
        Restore(published);
        EditedAt = now;
        Did("amendment-discarded", by);
    }

    private void Restore(DossierContent content)
    {
        answers = content.Answers.ToJson();
        Title = content.Answers.Text("title") ?? "";
        Signature = SignatureOf(content.Answers);
        (FilledOn, Summary, Goals, Adapts, ChangeNote) = (content.FilledOn, content.Summary, [.. content.Goals], content.Adapts, "");
        Files.RemoveAll(file => !content.Files.Any(kept => kept.Sha256 == file.Sha256));
        Files.ForEach(file => file.Name = content.Files.First(kept => kept.Sha256 == file.Sha256).Name);
        Files.AddRange(content.Files.Where(kept => !Files.Exists(file => file.Sha256 == kept.Sha256)).Select(kept => FileOf(kept)));
    }

    /// <summary>A file as it was before it was taken away.</summary>
    internal static DossierFile FileOf(ContentFile kept, string contacts = DossierFile.NotLooked) => DossierFile.Of(kept, contacts);

    private void RequirePresentable()
    {
        if (Summary.Length == 0)
        {
            throw new RuleException("Falta el resumen para el público. Escríbalo en «Presentación para el público».");
        }

        if (Summary.Length > LongestSummary || ChangeNote.Length > LongestNote)
        {
            throw new RuleException("El resumen o la nota de cambio supera el máximo de caracteres. Acorte el texto en «Presentación para el público».");
        }

        if (PublishedVersion > 0 && ChangeNote.Length == 0)
        {
            throw new RuleException("Falta la nota de cambio: diga en una frase qué cambia respecto de la versión publicada.");
        }
    }

    private void Published(string slug, int by, string detail)
    {
        PublishedVersion++;
        PublishedSignature = Signature;
        PublishedRound = Editorial.Round;
        (IsPublic, Ending) = (true, null);
        Slug = slug;
        Did("published", by, $"version {PublishedVersion} {detail}".Trim());
    }
}
