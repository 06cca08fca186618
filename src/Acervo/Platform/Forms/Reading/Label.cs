namespace Acervo.Platform.Forms.Reading;

/// <summary>Something printed on the form that parts one answer from the next: the label of a question or the heading of a section.</summary>
internal sealed class Label
{
    private Label(int order, string text, IEnumerable<string> spellings)
    {
        Order = order;
        Text = text;
        Spellings = [.. spellings.Prepend(text).Select(Words.Folded).Where(words => words.Length > 0)
            .DistinctBy(words => string.Join(' ', words), StringComparer.Ordinal)];
    }

    public int Order { get; }

    public string Text { get; }

    public IReadOnlyList<string[]> Spellings { get; }

    /// <summary>What people write in its place.</summary>
    public IReadOnlyList<string[]> Short { get; private init; } = [];

    /// <summary>The question that this label opens; null for a section heading and for the date of filling in.</summary>
    public FormQuestion? Question { get; private init; }

    /// <summary>The number of the section, when this is its heading.</summary>
    public int? Section { get; private init; }

    public bool IsFilledOn { get; private init; }

    /// <summary>Printed in the middle of a line, after the marks of the question it depends on.</summary>
    public bool Anywhere => Question?.OnlyIf is not null;

    public static IReadOnlyList<Label> Of(FormDefinition form)
    {
        List<Label> labels = form.FilledOnLabel is { } filledOn ? [new(0, filledOn, []) { IsFilledOn = true }] : [];
        foreach (var section in form.Sections)
        {
            var under = section.Questions.FirstOrDefault(question => question.UnderHeading);
            labels.Add(new Label(labels.Count, section.Title, under is null ? [] : [under.Label, .. under.Aliases])
            {
                Section = section.Number,
                Question = under,
                Short = ShortOf(under),
            });
            labels.AddRange(section.Questions.Where(question => question != under)
                .Select((question, index) => new Label(labels.Count + index, question.Label, question.Aliases)
                {
                    Question = question,
                    Short = ShortOf(question),
                }).ToList());
        }

        return labels;
    }

    private static IReadOnlyList<string[]> ShortOf(FormQuestion? question) => [.. (question?.ShortLabels ?? []).Select(Words.Folded)];
}
