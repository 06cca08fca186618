using Acervo.Platform.Forms.Reading;

namespace Acervo.Platform.Forms.Kinds;

/// <summary>The lines of a document that answer a question, with what its kind needs to read them.</summary>
/// <param name="Lines">What stands between its label and the next.</param>
/// <param name="Terms">The known terms of a catalogue by its name, folded.</param>
/// <param name="Observations">Where what deserves a look is told.</param>
internal sealed record AnswerLines(IReadOnlyList<ReadingLine> Lines, Func<string, IReadOnlySet<string>> Terms, List<Observation> Observations)
{
    public string Text => string.Join("\n", Lines.Select(line => line.Text));

    /// <summary>As it stood, with its list marks.</summary>
    public string Quote => string.Join('\n', Lines.Select(line => line.Written)).Trim();

    public void Tell(FormQuestion question, string code, ObservationSeverity severity, string sentence) =>
        Observations.Add(new Observation(question.Key, code, severity, sentence));
}
