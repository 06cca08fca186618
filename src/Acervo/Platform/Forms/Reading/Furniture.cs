using System.Text.RegularExpressions;
using Acervo.Platform.Documents;

namespace Acervo.Platform.Forms.Reading;

/// <summary>Recognises the page header, the footnote and the fixed texts of the forms where they fell between the lines of an answer.</summary>
internal sealed partial class Furniture
{
    private const int LongText = 12;

    private readonly List<(string Name, string[] Value)> headers = [];
    private readonly List<string[]> fixedTexts = [];
    private readonly HashSet<string> vocabulary = new(["pagina", "version", "codigo", "de"], StringComparer.Ordinal);
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);

    public Furniture(IEnumerable<FormDefinition> forms)
    {
        foreach (var form in forms)
        {
            headers.AddRange([("proceso", Words.Folded(form.Process ?? "")), ("procedimiento", Words.Folded(form.Procedure ?? "")),
                ("formato", Words.Folded(form.Name))]);
            fixedTexts.AddRange(new[] { form.Footnote, form.Definition, form.PrivacyNote, form.Heading }.OfType<string>().Select(Words.Folded));
            codes.Add(string.Concat(Words.Folded(form.Code)));
            vocabulary.UnionWith(Words.Folded(form.Code));
            vocabulary.UnionWith(Words.Folded(form.Footnote ?? ""));
            vocabulary.UnionWith(Words.Folded(form.Heading ?? ""));
        }

        vocabulary.UnionWith(headers.SelectMany(header => header.Value.Append(header.Name)));
    }

    public bool Is(ReadingLine line)
    {
        var words = line.Words.Select(word => word.Folded).ToList();
        return words.Count > 0 && (IsHeader(words) || IsFixed(words));
    }

    /// <summary>It may be a page header that states a code; a sentence that only mentions one has other words.</summary>
    public bool MayState(string text)
    {
        var words = Words.Folded(text);
        return words.Count(word => !vocabulary.Contains(word) && !word.All(char.IsDigit)) <= Math.Max(2, words.Length / 4);
    }

    /// <summary>What stands after a long fixed text on its line: recognition runs the next line into it where neither ends short.</summary>
    public ReadingLine AfterFixed(ReadingLine line)
    {
        var words = line.Words.Select(word => word.Folded).ToList();
        var taken = fixedTexts.Where(text => text.Length >= LongText && words.Count > text.Length).Select(text => Alignment.Consume(words, 0, text))
            .DefaultIfEmpty(0).Max();
        return taken == 0 || taken == words.Count ? line : line.Saying(line.Text[line.Words[taken].Start..]);
    }

    /// <summary>A line before the first label that says nothing but the name of the form, or a part of its fixed texts.</summary>
    public bool IsName(ReadingLine line) => line.Words.All(word => vocabulary.Contains(word.Folded) || word.Folded.All(char.IsDigit))
        || (line.Words.Count > 2 && fixedTexts.Exists(text => line.Words.All(word => text.Contains(word.Folded) || word.Folded.All(char.IsDigit))));

    /// <summary>A scrap beside furniture: the end of a wrapped cell, a page number, what a scanner made of the emblem.</summary>
    public bool IsScrap(ReadingLine line) => line.Words.Count <= 6 && line.Marker is null
        && (line.Words.All(word => vocabulary.Contains(word.Folded) || word.Folded.All(char.IsDigit)) || line.Text.Trim().Length <= 3);

    private bool IsHeader(List<string> words)
    {
        if (words.Count > 40)
        {
            return false;
        }

        var text = string.Join(' ', words);
        var strong = PageOf().IsMatch(text)
            || (VersionOf().IsMatch(text) && words.Count < 14)
            || codes.Any(code => string.Concat(words).Contains(code, StringComparison.Ordinal))
            || headers.Any(header => words.IndexOf(header.Name) is >= 0 and var at
            && header.Value.Intersect(words.Skip(at + 1), StringComparer.Ordinal).Count() >= Math.Min(3, header.Value.Length));
        var strange = words.Count(word => !vocabulary.Contains(word) && !word.All(char.IsDigit));
        return strong && strange <= Math.Max(2, words.Count / 4) && (words.Count > strange + 1 || PageOf().IsMatch(text));
    }

    private bool IsFixed(List<string> words) => fixedTexts.Exists(text =>
    {
        if (words.Count < Math.Min(4, text.Length))
        {
            return false;
        }

        var skip = words[0].Length <= 1 && words.Count > 1 ? 1 : 0;
        var taken = Alignment.Consume(words, skip, text);
        return taken > 0 && taken + skip >= words.Count - 1;
    });

    [GeneratedRegex(@"\bpag(?:ina)?s? \d{1,3}(?: de \d{1,3})?\b", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex PageOf();

    [GeneratedRegex(@"\bversion \d{1,2}\b", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex VersionOf();
}
