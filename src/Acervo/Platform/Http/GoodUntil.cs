using Acervo.Platform.Publications;

namespace Acervo.Platform.Http;

/// <summary>
/// How long the answer that is being made stays true: until the next opening or closing of anything that was read for it, or the end of a term.
/// <see cref="PublicDb"/> tells of every row that says when it opens and closes, so no page can show whether something is open without its answer
/// knowing until when; whoever keeps such rows in memory tells again when it gives them out.
/// </summary>
public sealed class GoodUntil
{
    private static readonly AsyncLocal<GoodUntil?> Asked = new();

    private readonly Lock gate = new();
    private readonly DateTime since;

    private GoodUntil(DateTime since) => this.since = since;

    /// <summary>Whether anybody wants to know: a public answer is being made.</summary>
    public static bool IsAsked => Asked.Value is not null;

    /// <summary>Null when nothing that was read changes by itself any more.</summary>
    public DateTime? Moment { get; private set; }

    /// <summary>From here on, in this request: what changes while the answer is being made counts too.</summary>
    public static GoodUntil Begin(DateTime now) => Asked.Value = new GoodUntil(now);

    public static void Tell(OpenSpan span)
    {
        if (Asked.Value is { } answer)
        {
            answer.Note(span.OpensAt);
            answer.Note(span.ClosesAt);
        }
    }

    public static void Tell(DateTime change) => Asked.Value?.Note(change);

    private void Note(DateTime? change)
    {
        if (change > since)
        {
            lock (gate)
            {
                Moment = change < Moment ? change : Moment ?? change;
            }
        }
    }
}
