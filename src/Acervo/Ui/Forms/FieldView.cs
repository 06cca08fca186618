using Acervo.Ui.Parts;

namespace Acervo.Ui.Forms;

/// <summary>One question as a form shows it: the words around the control, what was answered, and what is known about that answer.</summary>
public sealed record FieldView(string Name, string Label, FieldKind Kind = FieldKind.Text)
{
    public string? Help { get; init; }

    /// <summary>One text; a date as <c>yyyy-MM-dd</c>; yes/no as <c>true</c>, <c>false</c> or empty.</summary>
    public string? Value { get; init; }

    /// <summary>The items of a list, or the chosen ones among the options.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    /// <summary>The rows of a group, each with its fields; the last is empty.</summary>
    public IReadOnlyList<IReadOnlyList<FieldView>> Rows { get; init; } = [];

    /// <summary>Says how to mend it; a date may be half typed, see <see cref="Day"/>.</summary>
    public string? Error { get; init; }

    /// <summary>What must be known of the answer, a sentence under its control.</summary>
    public string? Note { get; init; }

    public int? MaxLength { get; init; }

    public bool Required { get; init; }

    public Provenance? Provenance { get; init; }

    public RemarkThread? Remarks { get; init; }

    /// <summary>What the browser may fill in by itself: <c>email</c>, <c>current-password</c>…</summary>
    public string? Autocomplete { get; init; }

    /// <summary>Where suggestions for a text are read, as <c>?q=</c>.</summary>
    public string? SuggestHref { get; init; }

    /// <summary>What the person typed into the three boxes of a date; read from <see cref="Value"/> when not given.</summary>
    public DayParts Day { get => field ?? DayParts.Of(Value); init; }

    /// <summary>What the person typed into the boxes of both ends of a period; read from <see cref="Value"/> when not given.</summary>
    public (DayParts From, DayParts To)? Ends { get; init; }

    /// <summary>With what is wrong; the same sentence is then not said again among what to look at.</summary>
    public FieldView Wrong(string? error) => error is null ? this : this with
    {
        Error = error,
        Provenance = Provenance is not { } told ? null
            : told with { CheckThis = [.. told.CheckThis.Where(sentence => sentence != error)] } is var rest && rest.SaysNothing ? null : rest,
    };

    public string Id => IdOf(Name);

    /// <summary>The elements that explain the control to a screen reader, in reading order.</summary>
    public string? DescribedBy
    {
        get
        {
            var ids = string.Join(' ', Parts());
            return ids.Length == 0 ? null : ids;
        }
    }

    /// <summary>The one rule that turns a field's name into its id, so that error summaries find it.</summary>
    public static string IdOf(string name) => name.Replace('.', '_').Replace('[', '_').Replace("]", "", StringComparison.Ordinal);

    private IEnumerable<string> Parts()
    {
        if (Help is not null) { yield return Id + "-ayuda"; }
        if (Error is not null) { yield return Id + "-error"; }
        if (Note is not null) { yield return Id + "-nota"; }
        if (MaxLength is not null) { yield return Id + "-cuenta"; }
        if (Provenance is not null) { yield return Id + "-origen"; }
    }
}

/// <summary>A choice offered by a field: what is stored and what is read.</summary>
public sealed record FieldOption(string Value, string Text, string? Note = null)
{
    /// <summary>What it is called where it is kept, when that is not what is stored here.</summary>
    public string? Code { get; init; }
}

/// <summary>The control a field is answered with; each has its partial in <c>Controls/</c>.</summary>
public enum FieldKind
{
    Text,
    LongText,
    Date,
    YesNo,
    List,
    Emails,
    Phones,
    Catalogue,
    Select,
    Selects,
    Choice,
    Checks,
    Email,
    Password,
    Number,
    Code,
    Money,
    Period,
    Group,
}
