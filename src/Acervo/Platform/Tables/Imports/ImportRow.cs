using Acervo.Platform.Tables.Sheets;

namespace Acervo.Platform.Tables.Imports;

/// <summary>A row of an import: what the sheet says, what is made of it, and what became of it.</summary>
public sealed class ImportRow
{
    public long Id { get; private set; }

    public int ImportId { get; init; }

    public required string Sheet { get; init; }

    public required int Number { get; init; }

    public required bool Hidden { get; init; }

    public required IReadOnlyList<TableCell?> Cells { get; init; }

    /// <summary>What a person typed in place of what the sheet says, field by field.</summary>
    public IReadOnlyDictionary<string, string> Corrected { get; private set; } = Empty;

    public Triage Triage { get; private set; }

    public IReadOnlyList<string> Messages { get; private set; } = [];

    /// <summary>What a person is asked of a doubtful row: rows with the same question are settled by one answer.</summary>
    public string? Question { get; private set; }

    /// <summary>What there was, field by field; empty where it makes something new. The kind may keep more in it than it shows.</summary>
    public IReadOnlyDictionary<string, string> Was { get; private set; } = Empty;

    /// <summary>What it becomes, for each field that a column says.</summary>
    public IReadOnlyDictionary<string, string> Became { get; private set; } = Empty;

    /// <summary>What it changes, such as <c>term/12</c>; null when it makes something new and did not go in yet.</summary>
    public string? Subject { get; private set; }

    public int? Seen { get; private set; }

    public bool? Taken { get; private set; }

    public int? Applied { get; private set; }

    private static IReadOnlyDictionary<string, string> Empty => new Dictionary<string, string>();

    public void Judge(Verdict verdict)
    {
        (Triage, Messages, Was, Became) = (verdict.Triage, verdict.Messages, verdict.Was ?? Empty, verdict.Became ?? Empty);
        (Subject, Seen, Taken) = (verdict.Subject, verdict.Seen, null);
        Question = verdict.Triage == Triage.Decision ? verdict.Question ?? string.Join('\n', verdict.Messages) : null;
    }

    /// <summary>What a person says of a doubtful row.</summary>
    public void Decide(bool take)
    {
        if (Triage != Triage.Decision)
        {
            throw new RuleException($"La fila {Number} no espera una decisión.");
        }

        Taken = take;
    }

    /// <summary>What was decided of it before it was judged anew holds for the same question.</summary>
    public void Keep(string? question, bool? taken) => Taken = question is not null && question == Question ? taken : Taken;

    /// <summary>What a person typed in place of what the sheet says; without a value, the sheet holds.</summary>
    public void Correct(IReadOnlyDictionary<string, string> values) => Corrected = values;

    /// <summary>It went in, and left what it changed at this revision.</summary>
    public void Enter(string subject, int revision) => (Subject, Applied) = (subject, revision);

    /// <summary>It was taken back.</summary>
    public void Leave() => Applied = null;

    /// <summary>It was not taken back, and why.</summary>
    public void Stay(string why) => Messages = [.. Messages, why];

    /// <summary>It does not go in before a person says so, because of how it stands or of what happened since it was looked at.</summary>
    public void Doubt(string why)
    {
        (Triage, Taken, Messages) = (Triage.Decision, null, [.. Messages, why]);
        Question = Question is null ? why : $"{Question}\n{why}";
    }
}

/// <summary>What is thought of a row.</summary>
public enum Triage
{
    /// <summary>Nothing yet, or it stands outside the table.</summary>
    None,
    Accepted,
    Warning,
    Decision,
    Rejected,
    Unchanged,
}

/// <summary>What a kind says of one row.</summary>
public sealed record Verdict(Triage Triage, IReadOnlyList<string> Messages)
{
    public IReadOnlyDictionary<string, string>? Was { get; init; }

    public IReadOnlyDictionary<string, string>? Became { get; init; }

    public string? Subject { get; init; }

    public int? Seen { get; init; }

    /// <summary>What is asked where a person decides; without it, all that is said.</summary>
    public string? Question { get; init; }
}
