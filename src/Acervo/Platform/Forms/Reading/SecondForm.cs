namespace Acervo.Platform.Forms.Reading;

/// <summary>Finds where a second filled-in form begins in one file: the first question is asked again, and many labels follow both.</summary>
internal static class SecondForm
{
    private const int FewestLabels = 8;
    private const double Sure = 0.9;

    /// <summary>How far above the first question the day of filling in may stand.</summary>
    private const int HeadLines = 25;

    public static int? Start(IReadOnlyList<FormDefinition> forms, HelpTexts helps, IReadOnlyList<ReadingLine> lines)
    {
        IReadOnlyList<Label> labels = [.. forms.SelectMany(Label.Of).DistinctBy(label => label.Text, StringComparer.Ordinal)];
        var first = forms.Select(form => form.Questions.First().Key).ToHashSet(StringComparer.Ordinal);
        var found = new LabelFinder(lines, helps).Find(labels).Where(match => match.Similarity > Sure && (match.Whole || match.Colon)).ToList();
        var titles = found.Where(match => match.Label.Question is { } question && first.Contains(question.Key) && match.Label.Spellings[0].Length > 2)
            .Select(match => match.Line).Distinct().Order().ToList();
        foreach (var line in titles.Skip(1))
        {
            if (Labels(found, titles[0], line) >= FewestLabels && Labels(found, line, int.MaxValue) >= FewestLabels)
            {
                return found.Where(match => match.Label.IsFilledOn && match.Line > titles[0] && match.Line < line && line - match.Line < HeadLines)
                    .Select(match => match.Line).Append(line).First();
            }
        }

        return null;
    }

    private static int Labels(List<LabelMatch> found, int from, int to) =>
        found.Where(match => match.Line >= from && match.Line < to && match.Label.Spellings[0].Length > 1).Select(match => match.Label.Text).Distinct().Count();
}
