namespace Acervo.Platform.Forms.Reading;

/// <summary>Asks of one line, before the document is understood, whether it looks like a label of any known form.</summary>
internal sealed class LabelProbe(IReadOnlyList<Label> labels, LabelWords words, HelpTexts helps)
{
    /// <summary>It says what people write in the place of a label, and nothing else.</summary>
    public bool IsShort(ReadingLine line) => ShortLabelFinder.Opening(line) is { IsWhole: true } opening && words.Of(opening.Words).Any(fit => fit.Fit > 0.8);

    public bool IsWhole(ReadingLine line) => Matches(line).Any(match => match.Whole);

    public bool Opens(ReadingLine line) => Matches(line).Any(match => match.Whole || match.Label.Spellings[0].Length > 1);

    private IEnumerable<LabelMatch> Matches(ReadingLine line) =>
        line.Words.Count is 0 or > 60 ? [] : new LabelFinder([line], helps).Find(labels).Where(match => match.Start == 0);
}
