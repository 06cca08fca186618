using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace Acervo.Ui.Forms;

/// <summary>
/// What a form asks a person for, told by the kind of its controls: boxes for words with their labels, and what is chosen without. It travels with
/// the form, so that whoever keeps what arrives after a session ended knows what of it somebody answered.
/// </summary>
public sealed partial class Asked
{
    /// <summary>The name under which it travels.</summary>
    public const string FieldName = "__asked";

    private const string TitleKey = "";

    private readonly Dictionary<string, string> labels;

    private Asked(Dictionary<string, string> labels) => this.labels = labels;

    /// <summary>The page on which it was asked.</summary>
    public string Title => labels.GetValueOrDefault(TitleKey, "");

    /// <summary>What a browser sent back.</summary>
    public static Asked Of(string mark) =>
        new(QueryHelpers.ParseQuery(mark).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal));

    /// <summary>
    /// For a form as it is written; null where nothing is answered in it, and where it asks for a password or a code: those are kept nowhere, and
    /// the rest could not be sent without them.
    /// </summary>
    public static string? MarkOf(string form, string? title)
    {
        List<KeyValuePair<string, string?>> boxes = [];
        Dictionary<string, string>? words = null;
        foreach (Match control in Control().Matches(form))
        {
            var attributes = AttributesOf(control);
            var type = control.Groups["tag"].Value == "input" ? attributes.GetValueOrDefault("type", "text") : control.Groups["tag"].Value;
            if (type == "password" || attributes.GetValueOrDefault("autocomplete") is "one-time-code" or "current-password" or "new-password")
            {
                return null;
            }

            if (type is "hidden" or "submit" or "button" or "reset" or "image" or "file" || !attributes.TryGetValue("name", out var name))
            {
                continue;
            }

            words ??= LabelsOf(form);
            var label = type is "textarea" or "text" or "email" or "tel" or "url" ? words.GetValueOrDefault(attributes.GetValueOrDefault("id", "")) : null;
            if (!boxes.Exists(box => box.Key == name))
            {
                boxes.Add(new(name, label ?? ""));
            }
        }

        return boxes.Count == 0 ? null : QueryString.Create([new(TitleKey, title ?? ""), .. boxes]).Value![1..];
    }

    /// <summary>Whether somebody put anything into one of the boxes.</summary>
    public bool IsAnswered(Func<string, string> valueOf) => labels.Keys.Any(name => name != TitleKey && !string.IsNullOrWhiteSpace(valueOf(name)));

    /// <summary>The label of a box for words; null for anything else.</summary>
    public string? LabelOf(string name) => labels.GetValueOrDefault(name) is { Length: > 0 } label && name != TitleKey ? label : null;

    private static Dictionary<string, string> AttributesOf(Match control)
    {
        Dictionary<string, string> attributes = new(StringComparer.Ordinal);
        foreach (Match attribute in Attribute().Matches(control.Groups["attributes"].Value))
        {
            attributes.TryAdd(attribute.Groups["name"].Value, WebUtility.HtmlDecode(attribute.Groups["value"].Value));
        }

        return attributes;
    }

    private static Dictionary<string, string> LabelsOf(string form)
    {
        Dictionary<string, string> labels = new(StringComparer.Ordinal);
        foreach (Match label in Label().Matches(form))
        {
            var words = WebUtility.HtmlDecode(Tag().Replace(Optional().Replace(label.Groups["words"].Value, ""), ""));
            labels.TryAdd(WebUtility.HtmlDecode(label.Groups["of"].Value), words.Trim());
        }

        return labels;
    }

    [GeneratedRegex("<(?<tag>input|textarea|select)(?<attributes>\\s[^>]*)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Control();

    [GeneratedRegex("\\s(?<name>[a-z]+)=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attribute();

    [GeneratedRegex("<label\\s[^>]*?for=\"(?<of>[^\"]*)\"[^>]*>(?<words>.*?)</label>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Label();

    [GeneratedRegex("<span class=\"optional\">[^<]*</span>", RegexOptions.None, 1000)]
    private static partial Regex Optional();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();
}
