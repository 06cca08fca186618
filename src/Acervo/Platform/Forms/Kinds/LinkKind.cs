using System.Net;
using System.Text.Json.Nodes;
using Acervo.Platform.Forms.Reading.Values;

namespace Acervo.Platform.Forms.Kinds;

/// <summary>The address of a page.</summary>
internal sealed class LinkKind : AnswerKind
{
    public override void Take(FormQuestion question, IFormCollection posted, FormAnswers answers, Action<string, string> wrong) =>
        answers.Set(question.Key, Completed(Clean(posted[question.Key]).Trim()));

    internal override void Read(FormQuestion question, AnswerLines lines, FormAnswers answers) =>
        answers.Set(question.Key, Completed((TextValue.Line(lines.Lines) ?? "").Trim()));

    public override IEnumerable<(string Mark, string Sentence)> Wrong(FormQuestion question, FormAnswers answers) =>
        answers.Text(question.Key) is { Length: > 0 } text && !IsAddress(text)
            ? [($"link:{question.Key}", $"«{text}» no es la dirección de una página. En «{question.Label}» péguela completa, como https://www.ejemplo.gov.co.")]
            : [];

    public override string Line(FormQuestion question, FormAnswers answers)
    {
        var text = Plain(question, answers);
        var shown = WebUtility.HtmlEncode(text);
        return IsAddress(text) ? $"<a href=\"{shown}\" rel=\"nofollow noopener\">{shown}</a>" : shown;
    }

    public override JsonObject Schema(FormQuestion question) => new() { ["type"] = Types("string", "null"), ["format"] = "uri" };

    /// <summary>People write addresses without their scheme.</summary>
    private static string Completed(string text) => text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "https://" + text : text;

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.Host.Contains('.', StringComparison.Ordinal)
        && address.UserInfo.Length == 0 && !text.Any(char.IsWhiteSpace);
}
