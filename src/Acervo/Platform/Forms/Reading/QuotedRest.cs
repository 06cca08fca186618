namespace Acervo.Platform.Forms.Reading;

/// <summary>What somebody wrote in the text that a reply quotes; the blank form in it says nothing.</summary>
internal sealed class QuotedRest(IReadOnlyList<FormDefinition> forms, HelpTexts helps, Furniture furniture)
{
    public IEnumerable<ReadingLine> Of(IReadOnlyList<ReadingLine> lines)
    {
        var quoted = lines.Where(line => line.Quoted).ToList();
        var labels = forms.SelectMany(Label.Of).ToList();
        var printed = new LabelFinder(quoted, helps).Find(labels).Where(match => match.Whole).SelectMany(match => Enumerable.Range(match.Line,
            match.EndLine - match.Line + 1)).ToHashSet();
        return quoted.Where((line, index) => !printed.Contains(index) && !furniture.Is(line) && !helps.Says(line));
    }
}
