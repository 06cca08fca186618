using System.Security.Cryptography;
using System.Text;
using Acervo.Platform.Accounts;
using Acervo.Platform.Audit;
using Acervo.Platform.Editorial.Review;
using Acervo.Platform.Forms;

namespace Acervo.Platform.Editorial;

/// <summary>What is written, reviewed and published by people, of whatever kind: the answers to a form, what goes with them and where it stands.</summary>
public sealed partial class Dossier : IRevised, IAudited
{
    /// <summary>Characters of the summary for the public, at most.</summary>
    public const int LongestSummary = 600;

    /// <summary>Characters of the note that says what a version changes, at most.</summary>
    public const int LongestNote = 300;

    /// <summary>Characters of both while they are being written.</summary>
    public const int LongestDraft = 20_000;

    private string answers = "{}";

    /// <summary>The answers as they were last read out of their JSON: a page asks for them a hundred times.</summary>
    private (string Json, FormAnswers Answers)? parsed;

    public int Id { get; private set; }

    public required string Kind { get; init; }

    public required string FormCode { get; init; }

    public required string FormVersion { get; init; }

    public string Title { get; private set; } = "";

    /// <summary>Who answers for it and says who else writes it.</summary>
    public int AuthorId { get; private set; }

    /// <summary>Who else writes it now.</summary>
    public int[] Coauthors { get; private set; } = [];

    /// <summary>Whoever wrote it at some time and <see cref="AuthorId"/> does not name.</summary>
    public int[] Wrote { get; private set; } = [];

    public int? UnitId { get; private set; }

    /// <summary>Nobody but its authors has seen it: until it is sent it is theirs alone.</summary>
    public bool IsUnsent => PublishedVersion == 0 && Editorial is { Stage: Stage.Draft, Round: 0 };

    /// <summary>Its present text was not sent, or was taken back: until it is sent that text is its authors' alone.</summary>
    public bool IsBeingWritten => Editorial.Stage == Stage.Draft;

    /// <summary>Where a role must be held to act on it.</summary>
    public Circle Circle => Circle.Unit(UnitId);

    /// <summary>The day on which the form was filled in, as it says.</summary>
    public DateOnly? FilledOn { get; private set; }

    /// <summary>What the reader saw in the document it was read from, as JSON; null when written in the browser.</summary>
    public string? Reading { get; private set; }

    /// <summary>The answers exactly as they were read, as JSON: a remark of the reader holds while its answer is still this one.</summary>
    public string? ReadAnswers { get; private set; }

    /// <summary>The fingerprint of its words, by which near-duplicates are found.</summary>
    public int[] Signature { get; private set; } = [];

    /// <summary>The same of the text that was published last.</summary>
    public int[] PublishedSignature { get; private set; } = [];

    public string? SourceSha256 { get; private set; }

    public string? SourceName { get; private set; }

    /// <summary>Why a warning of the checklist is left as it is, by warning.</summary>
    public Dictionary<string, string> Explanations { get; private set; } = [];

    /// <summary>What it is about in a paragraph for anyone: the card and the search result.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>Sustainable Development Goals it contributes to, by number.</summary>
    public int[] Goals { get; private set; } = [];

    /// <summary>The dossier of the same kind that it adapts, by its item.</summary>
    public int? Adapts { get; private set; }

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

    /// <summary>At which revision each person last saved what they wrote: whose page fell behind learns whose change it missed.</summary>
    public Dictionary<int, int> Editors { get; private set; } = [];

    public EditorialState Editorial { get; private set; } = new();

    public List<DossierFile> Files { get; } = [];

    public Deeds Deeds { get; } = new();

    public string Subject => $"dossier/{Id}";

    /// <summary>The answers as they are now; a copy, which whoever asks may change.</summary>
    public FormAnswers Answers
    {
        get
        {
            if (!ReferenceEquals(parsed?.Json, answers))
            {
                parsed = (answers, FormAnswers.FromJson(answers));
            }

            return parsed.Value.Answers.Clone();
        }
    }

    /// <summary>The answers as they are kept.</summary>
    internal string AnswersJson => answers;

    /// <summary>What a review reads and a publication shows, as it stands now. The files must have been read with the record.</summary>
    public DossierContent Content => new(
        Answers, FilledOn, Summary, Goals, Adapts, ChangeNote, [.. Files.Select(file => file.Content)]);

    /// <summary>Names the very content that review approves: if one letter changes, the approval is void.</summary>
    public string ContentHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content.ToJson())));

    public static Dossier Start(FormDefinition form, int authorId, int? unitId, DateTime now)
    {
        var dossier = new Dossier
        {
            Kind = form.Kind,
            FormCode = form.Code,
            FormVersion = form.Version,
            AuthorId = authorId,
            UnitId = unitId,
            CreatedAt = now,
            EditedAt = now
        };
        dossier.Editorial.Start(now);
        dossier.Did("started", authorId, $"{form.Code} v{form.Version}");
        return dossier;
    }

    private void RequireEditable()
    {
        if (!Editorial.IsEditable)
        {
            throw new RuleException($"Su estado es «{Editorial.Stage.Spanish()}» y no se puede modificar.");
        }
    }

    private void Did(string verb, int? by, string detail = "") => Deeds.Add(() => new Deed($"dossier.{verb}", Subject, by, detail));

    /// <summary>A deed that signs the text it was about.</summary>
    private void Did(string verb, int? by, string detail, string hash) =>
        Deeds.Add(() => new Deed($"dossier.{verb}", Subject, by, detail) { Rows = [new DeedRow(ApprovedTexts.SubjectOf(Id), hash)] });
}
