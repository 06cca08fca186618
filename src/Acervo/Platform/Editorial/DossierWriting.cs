using Acervo.Platform.Editorial.Checks;
using Acervo.Platform.Forms;
using Acervo.Platform.Search;
using Acervo.Platform.Text;

namespace Acervo.Platform.Editorial;

/// <summary>The verbs of whoever writes it: take a document over, answer, present, attach.</summary>
public sealed partial class Dossier
{
    /// <summary>Takes over what a document says. Nothing is corrected: the reading keeps what deserves a look.</summary>
    public void TakeReading(FormAnswers read, DateOnly? filledOn, string readingJson, string? sourceSha256, string? sourceName, int by, DateTime now)
    {
        RequireEditable();
        Keep(read, now);
        (FilledOn, Reading, SourceSha256, SourceName, ReadAnswers) = (filledOn, readingJson, sourceSha256, sourceName, read.ToJson());
        Did("read", by, sourceSha256 ?? "");
    }

    /// <summary>The questions whose answer is still what the document said.</summary>
    public IReadOnlySet<string> AnsweredAsRead()
    {
        var (read, now) = (ReadAnswers is null ? new FormAnswers() : FormAnswers.FromJson(ReadAnswers), Answers);
        return read.Keys.Where(key => read.Text(key) == now.Text(key) && read.YesNo(key) == now.YesNo(key)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Keeps the answers of one section of the form, or of all.</summary>
    public void Answer(FormAnswers changed, DateTime now)
    {
        RequireEditable();
        Keep(changed, now);
    }

    /// <summary>Notes who is about to save what they wrote.</summary>
    public void EditedBy(int person) => Editors = new Dictionary<int, int>(Editors) { [person] = Revision + 1 };

    /// <summary>Whoever else saved here since a revision, last first; null when all of it is this person's own, 0 when nobody knows whose it is.</summary>
    public int? OtherSince(int person, int revision)
    {
        var since = Editors.Where(editor => editor.Value > revision).ToList();
        var others = since.FindAll(editor => editor.Key != person);
        return others.Count > 0 ? others.MaxBy(editor => editor.Value).Key : since.Count > 0 ? null : 0;
    }

    /// <summary>Takes what a finding proposes: in place of the answer, of one item of it, or in the list where it belongs.</summary>
    public void Accept(ChecklistItem finding, DateTime now)
    {
        var (key, proposal) = (finding.MovesTo ?? finding.Key, finding.Proposal ?? throw new RuleException("No hay una propuesta para esa respuesta."));
        var changed = new FormAnswers();
        if (finding.MovesTo is not null)
        {
            changed.Set(key, [.. Answers.List(key), proposal]);
        }
        else if (finding.Instead is { } item)
        {
            var items = Answers.List(key).Select(one => one == item ? proposal : one);
            changed.Set(key, finding.IsParallel ? items : items.Distinct(StringComparer.Ordinal));
        }
        else
        {
            changed.Set(key, proposal);
        }

        Answer(changed, now);
    }

    /// <summary>Gives up a draft that nobody else has seen; whoever calls removes it.</summary>
    public void Erase(int by)
    {
        if (!IsUnsent)
        {
            throw new RuleException("Solo se elimina un borrador que nunca se envió a revisión.");
        }

        Did("erased", by);
    }

    public void Date(DateOnly? filledOn, DateTime now)
    {
        RequireEditable();
        (FilledOn, EditedAt) = (filledOn, now);
    }

    /// <summary>The public card: summary and goals. What is too long for it is kept as it is being written, and nobody can send it.</summary>
    public void Present(string summary, IEnumerable<int> goals, string changeNote, DateTime now)
    {
        RequireEditable();
        if (summary.Length + changeNote.Length > LongestDraft)
        {
            throw new RuleException($"El texto es demasiado largo para guardarlo. El resumen puede tener hasta {LongestSummary} caracteres.");
        }

        (Summary, Goals, ChangeNote, EditedAt) = (summary.Trim(), [.. goals.Where(goal => goal is >= 1 and <= 17).Distinct().Order()], changeNote.Trim(), now);
    }

    /// <summary>Says which published dossier of this bank it adapts; null when none.</summary>
    public void Adapt(int? item, DateTime now)
    {
        RequireEditable();
        if (item == Id)
        {
            throw new RuleException("Una publicación no puede ser adaptación de sí misma. Indique otra o deje el campo vacío.");
        }

        (Adapts, EditedAt) = (item, now);
    }

    public void Explain(ChecklistItem warning, string why, int by, DateTime now)
    {
        RequireEditable();
        Say(warning, why, by);
        EditedAt = now;
    }

    /// <summary>
    /// Says how it differs from what is published and like it. Not part of what an approval binds, so whoever is about to publish it may say it.
    /// </summary>
    public void TellApart(ChecklistItem copy, string how, int by)
    {
        if (Editorial.Stage is not (Stage.Approved or Stage.Scheduled))
        {
            throw new RuleException($"Su estado es «{Editorial.Stage.Spanish()}»: el parecido lo explica quien la escribe, al enviarla, o quien va a "
                + "publicarla.");
        }

        if (WasWrittenBy(by))
        {
            throw new RuleException("Usted participó en su redacción; debe explicarlo la persona que va a publicarla.");
        }

        if ((copy with { Explanation = how }).IsOpen)
        {
            throw new RuleException(copy.TooShort);
        }

        Say(copy, how, by);
    }

    /// <summary>Keeps an explanation. How it differs from something published stays in its history too.</summary>
    private void Say(ChecklistItem finding, string why, int by)
    {
        var said = why.Trim();
        if (said.Length > ChecklistItem.MostLetters)
        {
            throw new RuleException(ChecklistItem.TooLong);
        }

        if (finding.Resembles is { } other && said != finding.Explanation && !(finding with { Explanation = said }).IsOpen)
        {
            Did("told-apart", by, $"«{other.Title}»: {said}");
        }

        Explanations = new Dictionary<string, string>(Explanations) { [finding.Id] = said };
    }

    private void Keep(FormAnswers changed, DateTime now)
    {
        var merged = Answers;
        foreach (var (key, value) in changed.ToJsonObject())
        {
            merged.Set(key, value);
        }

        answers = merged.ToJson();
        Title = merged.Text("title") ?? "";
        Signature = SignatureOf(merged);
        EditedAt = now;
        if (PublishedVersion == 0)
        {
            Slug = Platform.Text.Slug.Of(PersonalData.Redact(Title));
        }
    }

    private static int[] SignatureOf(FormAnswers answers) => TextSignature.Of(string.Join('\n', answers.Keys.Select(answers.Text)));
}
