using System.Security.Cryptography;
using System.Text;
using Acervo.Platform.Audit;
using Acervo.Platform.Editorial;
using Acervo.Platform.Forms;
using Acervo.Platform.Text;

namespace Acervo.Modules.Practices;

/// <summary>A good practice or a lesson learned as its people work on it: the answers to an official form and where it stands.</summary>
public sealed partial class Practice : IRevised, IAudited
{
    public const string PracticeKind = "practice";

    public const string LessonKind = "lesson";

    private string answers = "{}";

    public int Id { get; private set; }

    public required string Kind { get; init; }

    public required string FormCode { get; init; }

    public required string FormVersion { get; init; }

    public string Title { get; private set; } = "";

    public int AuthorId { get; private set; }

    public int? UnitId { get; private set; }

    /// <summary>The day on which the form was filled in, as it says.</summary>
    public DateOnly? FilledOn { get; private set; }

    /// <summary>What the reader saw in the document it was read from, as JSON; null when written in the browser.</summary>
    public string? Reading { get; private set; }

    /// <summary>The answers exactly as they were read, as JSON: a remark of the reader holds while its answer is still this one.</summary>
    public string? ReadAnswers { get; private set; }

    public string? SourceSha256 { get; private set; }

    public string? SourceName { get; private set; }

    /// <summary>Why a warning of the checklist is left as it is, by warning.</summary>
    public Dictionary<string, string> Explanations { get; private set; } = [];

    /// <summary>What it is about in a paragraph for anyone: the card and the search result.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>Sustainable Development Goals it contributes to, by number.</summary>
    public int[] Goals { get; private set; } = [];

    public string Slug { get; private set; } = "";

    /// <summary>What changes with the version being prepared; required from the second on.</summary>
    public string ChangeNote { get; private set; } = "";

    /// <summary>The last published version; 0 when it has never been public.</summary>
    public int PublishedVersion { get; private set; }

    /// <summary>The round of review whose text is the published one.</summary>
    public int PublishedRound { get; private set; }

    /// <summary>Whether a version is on the site right now; it stays there while the next one is prepared.</summary>
    public bool IsPublic { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime EditedAt { get; private set; }

    public int Revision { get; private set; }

    public EditorialState Editorial { get; private set; } = new();

    public List<PracticeFile> Files { get; } = [];

    public Deeds Deeds { get; } = new();

    public string Subject => $"practice/{Id}";

    public FormAnswers Answers => FormAnswers.FromJson(answers);

    /// <summary>Everything that review approves: if one letter changes, the approval is void.</summary>
    public string ContentHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{Answers.ToJson()}\n{Summary}\n{string.Join(',', Goals)}\n{string.Join(',', Files.Where(file => file.IsPublic).Select(file => file.Sha256).Order(StringComparer.Ordinal))}")));

    public static Practice Start(FormDefinition form, int authorId, int? unitId, DateTime now)
    {
        var practice = new Practice { Kind = form.Kind, FormCode = form.Code, FormVersion = form.Version, AuthorId = authorId, UnitId = unitId, CreatedAt = now, EditedAt = now };
        practice.Editorial.Start(now);
        practice.Did("started", authorId, $"{form.Code} v{form.Version}");
        return practice;
    }

    /// <summary>Takes over what a document says. Nothing is corrected: the reading keeps what deserves a look.</summary>
    public void TakeReading(FormAnswers read, DateOnly? filledOn, string readingJson, string? sourceSha256, string? sourceName, int by, DateTime now)
    {
        RequireEditable();
        Keep(read, now);
        (FilledOn, Reading, SourceSha256, SourceName, ReadAnswers) = (filledOn, readingJson, sourceSha256, sourceName, read.ToJson());
        Did("read", by, sourceSha256 ?? "");
    }

    /// <summary>Whether an answer is still what the document said.</summary>
    public bool AnswerAsRead(string key, FormAnswers now) =>
        ReadAnswers is not null && FormAnswers.FromJson(ReadAnswers).Text(key) == now.Text(key) && FormAnswers.FromJson(ReadAnswers).YesNo(key) == now.YesNo(key);

    /// <summary>Keeps the answers of one section of the form, or of all.</summary>
    public void Answer(FormAnswers changed, DateTime now)
    {
        RequireEditable();
        Keep(changed, now);
    }

    public void Date(DateOnly? filledOn, DateTime now)
    {
        RequireEditable();
        (FilledOn, EditedAt) = (filledOn, now);
    }

    /// <summary>The public card: summary and goals.</summary>
    public void Present(string summary, IEnumerable<int> goals, string changeNote, DateTime now)
    {
        RequireEditable();
        if (summary.Length > 600)
        {
            throw new RuleException("El resumen tiene más de 600 caracteres. Acórtelo: es lo que se lee en la tarjeta.");
        }

        (Summary, Goals, ChangeNote, EditedAt) = (summary.Trim(), [.. goals.Where(goal => goal is >= 1 and <= 17).Distinct().Order()], changeNote.Trim(), now);
    }

    public void Explain(string warning, string why, DateTime now)
    {
        RequireEditable();
        Explanations = new Dictionary<string, string>(Explanations) { [warning] = why.Trim() };
        EditedAt = now;
    }

    public void Attach(PracticeFile file, DateTime now)
    {
        RequireEditable();
        if (Files.Exists(known => known.Sha256 == file.Sha256))
        {
            throw new RuleException($"Ese archivo ya está adjunto: «{file.Name}».");
        }

        Files.Add(file);
        EditedAt = now;
        Did("attached", file.AddedBy, file.Sha256);
    }

    public void Detach(int fileId, int by, DateTime now)
    {
        RequireEditable();
        var file = Files.Find(known => known.Id == fileId) ?? throw new NotFoundException($"file {fileId}");
        Files.Remove(file);
        EditedAt = now;
        Did("detached", by, file.Sha256);
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
        EditedAt = now;
        if (PublishedVersion == 0)
        {
            Slug = Platform.Text.Slug.Of(PersonalData.Redact(Title));
        }
    }

    private void RequireEditable()
    {
        if (!Editorial.IsEditable)
        {
            throw new RuleException($"Está en «{Editorial.Stage.Spanish()}» y no se puede modificar.");
        }
    }

    private void Did(string verb, int? by, string detail = "") => Deeds.Add(() => new Deed($"practice.{verb}", Subject, by, detail));
}

/// <summary>A file added to a practice: an original, private; its cleaned copy is published when it is marked public.</summary>
public sealed class PracticeFile
{
    public int Id { get; private set; }

    public int PracticeId { get; private set; }

    public required string Sha256 { get; init; }

    public required string Name { get; init; }

    public required long Size { get; init; }

    public required string ContentType { get; init; }

    public bool IsPublic { get; set; } = true;

    public required int AddedBy { get; init; }

    public required DateTime AddedAt { get; init; }
}
