namespace Acervo.Platform.Forms.Reading;

/// <summary>A place where a label may stand, and the look it has there.</summary>
internal sealed record LabelMatch
{
    public required Label Label { get; init; }

    public required int Line { get; init; }

    public required int Start { get; init; }

    public required int EndLine { get; init; }

    /// <summary>Where in the last line the answer begins.</summary>
    public required int End { get; init; }

    /// <summary>1 when every letter agrees.</summary>
    public required double Similarity { get; init; }

    /// <summary>Nothing else stands on its lines.</summary>
    public required bool Whole { get; init; }

    public bool Colon { get; init; }

    public bool Bold { get; init; }

    public bool Heading { get; init; }

    public bool Upper { get; init; }

    public bool Bullet { get; init; }

    public bool Muted { get; init; }

    /// <summary>The number of the section stands before its heading; null when no number does.</summary>
    public bool? RightNumber { get; init; }

    public bool HelpFollows { get; init; }

    /// <summary>It is no printed label, but words that people write in its place.</summary>
    public bool Short { get; init; }

    /// <summary>It fills the cell of a table that answers stand beside.</summary>
    public bool Cell { get; init; }

    /// <summary>By how many words it is recognised.</summary>
    public int Told { get; init; }

    public double Score { get; init; }

    /// <summary>It stands where labels do: with a colon, alone in its cell, or in the look of its fellows.</summary>
    public bool StandsAs(LabelLook look) => Cell || Colon || Resembles(look) > 0.75;

    public bool Overlaps(LabelMatch other) =>
        (other.Line, other.Start).CompareTo((EndLine, End)) < 0 && (Line, Start).CompareTo((other.EndLine, other.End)) < 0;

    public bool Precedes(LabelMatch next) => next.Label.Order > Label.Order
        && (next.Line > EndLine || (next.Line == EndLine && next.Start >= End));

    /// <summary>How much two labels look printed by the same hand, from 0 to 1.</summary>
    public double Resembles(LabelLook look) =>
        ((Whole == look.Whole ? 2 : 0) + (Bold == look.Bold ? 1.5 : 0) + (Colon == look.Colon ? 1 : 0) + (Heading == look.Heading ? 1.5 : 0)
        + (Upper == look.Upper ? 1 : 0)) / 7;
}

/// <summary>The look that most labels of one document share.</summary>
internal sealed record LabelLook(bool Whole, bool Bold, bool Colon, bool Heading, bool Upper)
{
    public static LabelLook Of(IReadOnlyCollection<LabelMatch> matches) => new(
        Most(matches, match => match.Whole), Most(matches, match => match.Bold), Most(matches, match => match.Colon),
        Most(matches, match => match.Heading), Most(matches, match => match.Upper));

    private static bool Most(IReadOnlyCollection<LabelMatch> matches, Func<LabelMatch, bool> has) => matches.Count(has) * 2 > matches.Count;
}
