namespace Acervo.Platform.Audit;

/// <summary>How people read the audit trail: what each module calls its acts and the records they were done to.</summary>
public sealed class TrailWords
{
    private readonly Dictionary<string, TrailVerb> verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TrailSubject> subjects = new(StringComparer.Ordinal);

    public IReadOnlyCollection<TrailSubject> Subjects => subjects.Values;

    public IEnumerable<TrailVerb> Verbs => verbs.Values;

    public void Add(TrailSubject subject, IEnumerable<TrailVerb> acts)
    {
        subjects[subject.Kind] = subject;
        foreach (var act in acts)
        {
            verbs[act.Verb] = act;
        }
    }

    /// <summary>The act in words; an act that no module claims is shown as it was written.</summary>
    public TrailVerb Of(string verb) => verbs.GetValueOrDefault(verb) ?? new TrailVerb(verb, verb);

    /// <summary>The kind of record in <c>dossier/12</c>; null when no module claims it.</summary>
    public TrailSubject? SubjectOf(string subject) => subjects.GetValueOrDefault(subject.Split('/')[0]);
}

/// <summary>An act of the trail in words: in the list of administrators, in the history of a record.</summary>
/// <param name="Verb">As it is written in the trail, such as <c>dossier.submitted</c>.</param>
/// <param name="Words">Such as «Se envió a revisión».</param>
/// <param name="Icon">For a timeline.</param>
public sealed record TrailVerb(string Verb, string Words, string Icon = "clock")
{
    /// <summary>The detail as a person reads it; without this it is shown as it was written.</summary>
    public Func<TrailDetail, string>? Detail { get; init; }
}

/// <summary>The detail of an act, with the names of the units and people for those that speak of one.</summary>
public sealed record TrailDetail(string Text, IReadOnlyDictionary<int, string> Units, IReadOnlyDictionary<int, string> People)
{
    /// <summary>How a detail names a person: by number, for names change.</summary>
    public const string Person = "person ";

    /// <summary>The numbers of the people that some details name.</summary>
    public static int[] PeopleIn(IEnumerable<string> details) => [.. details.Select(NumberOf).Where(id => id > 0).Distinct()];

    /// <summary>The person it names, by name.</summary>
    public string PersonName => People.GetValueOrDefault(NumberOf(Text), "");

    private static int NumberOf(string detail) => detail.StartsWith(Person, StringComparison.Ordinal)
        && int.TryParse(detail.AsSpan(Person.Length), System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : 0;

    public string UnitOf(string number) =>
        int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var id) && Units.TryGetValue(id, out var name) ? name : "";
}

/// <summary>A kind of record that the trail speaks of.</summary>
/// <param name="Kind">The first part of its subject, such as <c>dossier</c> in <c>dossier/12</c>.</param>
/// <param name="Singular">Such as «Ficha».</param>
/// <param name="Plural">Such as «Fichas».</param>
public sealed record TrailSubject(string Kind, string Singular, string Plural)
{
    /// <summary>Finds what some of these records are called and where they are seen.</summary>
    public Func<AppDb, IReadOnlyCollection<int>, CancellationToken, Task<Dictionary<int, TrailRecord>>> FindAsync { get; init; } =
        (_, _, _) => Task.FromResult(new Dictionary<int, TrailRecord>());
}

/// <summary>One record of the trail: its name and, where an administrator may see it, its page.</summary>
public sealed record TrailRecord(string Name, string? Href);
