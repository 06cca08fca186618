using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace Acervo.Ui;

/// <summary>
/// What changed between two lists or two texts of several paragraphs, line by line: one that was reworded stands once, with its changes word
/// by word; one that became another stands twice, struck out and anew, for words of both in turn cannot be read.
/// </summary>
public static partial class LineDiff
{
    /// <summary>Ends a line while lines are compared; answers have no control characters.</summary>
    private const char End = '\u001E';

    /// <summary>Share of the letters that two wordings must have in common to be shown as one.</summary>
    private const double Alike = 0.5;

    public static IHtmlContent List(IReadOnlyList<string> before, IReadOnlyList<string> after) => Html("ul", "li", before, after);

    /// <summary>Empty lines say nothing about what changed.</summary>
    public static IHtmlContent Paragraphs(string before, string after) => Html("div", "p", Lines(before), Lines(after));

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static HtmlString Html(string outer, string inner, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var passages = WordDiff.Compare(string.Concat(before.Select(Ended)), string.Concat(after.Select(Ended)), Whole());
        var html = new StringBuilder($"<{outer}>");
        for (var i = 0; i < passages.Count; i++)
        {
            var lines = LinesOf(passages[i]);
            string[] next = i + 1 < passages.Count && passages[i].Change == Change.Removed && passages[i + 1].Change == Change.Added ? LinesOf(passages[i + 1])
                : [];
            if (next.Length == lines.Length)
            {
                html.AppendJoin("", lines.Zip(next, (old, now) => Reworded(inner, old, now)));
                i++;
                continue;
            }

            html.AppendJoin("", lines.Select(line => Line(inner, passages[i].Change, line)));
        }

        return new HtmlString(html.Append($"</{outer}>").ToString());
    }

    private static string Ended(string line) => line + End;

    private static string[] LinesOf(Passage passage) => passage.Text.TrimEnd(End).Split(End);

    private static string Reworded(string tag, string old, string now)
    {
        var passages = WordDiff.Between(old, now);
        var shared = 2.0 * passages.Where(passage => passage.Change == Change.None).Sum(passage => passage.Text.Length) / Math.Max(old.Length + now.Length, 1);
        return shared >= Alike
            ? $"<{tag}>{WordDiff.Html(old, now)}</{tag}>"
            : Line(tag, Change.Removed, old) + Line(tag, Change.Added, now);
    }

    private static string Line(string tag, Change change, string line) => change switch
    {
        Change.Added => $"<{tag}><ins>{Markup.Text(line)}</ins></{tag}>",
        Change.Removed => $"<{tag}><del>{Markup.Text(line)}</del></{tag}>",
        _ => $"<{tag}>{Markup.Text(line)}</{tag}>",
    };

    [GeneratedRegex("[^\u001E]*\u001E", RegexOptions.None, 1000)]
    private static partial Regex Whole();
}
