using System.Net;
using System.Text.RegularExpressions;

namespace Acervo.Platform.Search;

/// <summary>A question of a publication and its answer as plain text, taken from what its page shows: extracts are cut from these.</summary>
/// <param name="Question">The heading or the label; empty when it stands under none.</param>
/// <param name="Text">What is below it.</param>
public sealed partial record AnswerText(string Question, string Text)
{
    /// <summary>Long answers first, then the short ones.</summary>
    public static IReadOnlyList<AnswerText> Read(string html, string facts)
    {
        List<AnswerText> answers = [];
        var question = "";
        foreach (var part in Heading().Split(html))
        {
            if (Heading().IsMatch(part))
            {
                question = Plain(part);
            }
            else if (Plain(part) is { Length: > 0 } text)
            {
                answers.Add(new AnswerText(question, text));
            }
        }

        answers.AddRange(Fact().Matches(facts).Select(fact => new AnswerText(Plain(fact.Groups["label"].Value), Plain(fact.Groups["value"].Value))));
        return answers;
    }

    private static string Plain(string html) => Spaces().Replace(WebUtility.HtmlDecode(Tag().Replace(html, " ")), " ").Trim();

    [GeneratedRegex(@"(?<heading><h[23][^>]*>.*?</h[23]>)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"<dt[^>]*>(?<label>.*?)</dt>\s*<dd[^>]*>(?<value>.*?)</dd>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fact();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
