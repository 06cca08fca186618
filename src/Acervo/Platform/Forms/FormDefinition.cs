using System.Text.Json.Serialization;

namespace Acervo.Platform.Forms;

/// <summary>
/// One official form in one version, as its JSON file describes it: the web form, the reader, the DOCX and the data dictionary all come from here.
/// </summary>
public sealed record FormDefinition
{
    public required string Code { get; init; }

    public required string Version { get; init; }

    /// <summary>What the form documents: <c>practice</c> or <c>lesson</c>.</summary>
    public required string Kind { get; init; }

    public required string Name { get; init; }

    public string? Process { get; init; }

    public string? Procedure { get; init; }

    public required FormPeriod InForce { get; init; }

    /// <summary>Where the wording of the form comes from.</summary>
    public required string Source { get; init; }

    public required string Heading { get; init; }

    public string? Definition { get; init; }

    public string? Footnote { get; init; }

    public string? PrivacyNote { get; init; }

    /// <summary>How the form asks for the day on which it was filled in; null when it does not.</summary>
    public string? FilledOnLabel { get; init; }

    public required IReadOnlyList<FormSection> Sections { get; init; }

    [JsonIgnore]
    public IEnumerable<FormQuestion> Questions => Sections.SelectMany(section => section.Questions);

    /// <summary>The question with this key; null when the form does not ask it.</summary>
    public FormQuestion? Question(string key) => Questions.FirstOrDefault(question => question.Key == key);
}

/// <summary>The days on which a form is in force; both ends count, an open end is null.</summary>
public sealed record FormPeriod(DateOnly? From, DateOnly? To)
{
    public bool Covers(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);
}

/// <summary>A numbered part of a form, shown as one page of the web form.</summary>
public sealed record FormSection(int Number, string Title, IReadOnlyList<FormQuestion> Questions)
{
    /// <summary>Its heading where anybody reads the answers, in words that need no form beside them.</summary>
    public string PublicTitle { get => field ?? Title; init; }
}
