using System.Text.Json.Serialization;
using Acervo.Platform.Forms.Kinds;

namespace Acervo.Platform.Forms;

/// <summary>One question of a form and everything that follows from it: control, validation, label to read, whether it may be published.</summary>
public sealed record FormQuestion
{
    public required string Key { get; init; }

    /// <summary>The label as printed, without its final colon.</summary>
    public required string Label { get; init; }

    /// <summary>What stands in its place where anybody reads the answer, in words that need no form beside them.</summary>
    public string PublicLabel { get => field ?? Label; init; }

    /// <summary>Other spellings of the label that a reader must also know.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>
    /// What people write in its place when they answer without the form. They count only where something stands as labels do, and where the printed
    /// label was not found.
    /// </summary>
    public IReadOnlyList<string> ShortLabels { get; init; } = [];

    /// <summary>The instruction as printed.</summary>
    public string? Help { get; init; }

    /// <summary>What stands in its place on a page, where it speaks of paper and the control is none; empty for nothing.</summary>
    public string? ScreenHelp { get; init; }

    public required QuestionType Type { get; init; }

    public bool Required { get; init; }

    /// <summary>The answer identifies a person (Ley 1581 de 2012).</summary>
    public bool Personal { get; init; }

    public PublishRule Publish { get; init; } = PublishRule.Always;

    /// <summary>Characters at most; null when there is no limit.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The reference catalogue whose terms answer this question.</summary>
    public string? Catalogue { get; init; }

    /// <summary>Only terms of the catalogue are right answers: they are chosen, not typed.</summary>
    public bool Closed { get; init; }

    /// <summary>Whether a reference may be to several things.</summary>
    public bool Several { get; init; }

    /// <summary>The kinds of publication that a reference may be to.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>What a reference makes of the two publications: the name of a way in which they are kin; null when it makes nothing of them.</summary>
    public string? Relation { get; init; }

    /// <summary>The question to whose list this one runs parallel, item by item.</summary>
    public string? ParallelTo { get; init; }

    /// <summary>A yes/no question that must be answered yes for this one to apply.</summary>
    public string? OnlyIf { get; init; }

    /// <summary>The form prints no label: the answer follows the heading of the section.</summary>
    public bool UnderHeading { get; init; }

    /// <summary>The answers a choice may have.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>What each row of a group asks.</summary>
    public IReadOnlyList<FormQuestion> Columns { get; init; } = [];

    /// <summary>What follows from the kind of its answer.</summary>
    [JsonIgnore]
    public AnswerKind Kind => AnswerKind.Of(Type);

    [JsonIgnore]
    public bool IsList => Kind.IsList || Several;
}

/// <summary>The name in form files of the kind of an answer; the kind itself is a class of the folder Kinds.</summary>
public enum QuestionType
{
    Text,
    LongText,
    Date,
    Period,
    YesNo,
    Choice,
    Number,
    Money,
    Link,
    Person,
    List,
    People,
    Phones,
    Emails,
    Attachments,
    Group,
    Reference,
    Publication,
}

/// <summary>Whether an answer may leave the working store.</summary>
public enum PublishRule
{
    Always,
    Never,
}
