namespace Acervo.Ui.Parts;

/// <summary>The marks several reviewers gave, criterion by criterion, with the disagreements in sight.</summary>
public sealed record ScoreSheet(string Caption, IReadOnlyList<string> Reviewers, IReadOnlyList<ScoreLine> Lines)
{
    public decimal Total => Lines.Sum(line => line.Mean);

    public int Most => Lines.Sum(line => line.Most);
}

/// <summary>One criterion; a null mark has not been given yet.</summary>
public sealed record ScoreLine(string Criterion, int Most, IReadOnlyList<int?> Marks)
{
    public decimal Mean => Marks.Any(mark => mark is not null) ? Math.Round((decimal)Marks.Average()!, 1) : 0;

    /// <summary>Two marks differ by more than a third of the scale: worth a conversation.</summary>
    public bool Apart => Marks.Max() - Marks.Min() > Most / 3.0;
}
