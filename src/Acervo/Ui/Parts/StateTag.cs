using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Acervo.Ui.Parts;

/// <summary>How an editorial state looks: its Spanish name, its icon and its tone. Colour never speaks alone.</summary>
public sealed record StateLook(string Text, string Icon, string Tone)
{
    private static readonly Dictionary<string, StateLook> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Draft"] = new("Borrador", "edit", ""),
        ["InReview"] = new("En revisión", "eye", "tone-accent"),
        ["ChangesRequested"] = new("Cambios solicitados", "return", "tone-waiting"),
        ["Approved"] = new("Aprobada", "check", "tone-done"),
        ["Scheduled"] = new("Programada", "clock", "tone-accent"),
        ["Published"] = new("Publicada", "publish", "tone-done"),
        ["Superseded"] = new("Reemplazada", "history", ""),
        ["Withdrawn"] = new("Retirada", "withdraw", "tone-refusal"),
    };

    public static IEnumerable<string> Names => Known.Keys;

    public static StateLook Of(string state) =>
        Known.GetValueOrDefault(state) ?? throw new ArgumentException($"The state «{state}» has no look yet.", nameof(state));
}

/// <summary>The state of a thing, in a word: <c>&lt;state-tag state="@practice.Stage" /&gt;</c>.</summary>
[HtmlTargetElement("state-tag", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StateTag(Assets assets) : TagHelper
{
    /// <summary>An enumeration value or its name; see <see cref="StateLook"/>.</summary>
    public required object State { get; set; }

    /// <summary>Another word for the same state, such as «Publicado» for a document; empty where its own will do.</summary>
    public string? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var look = StateLook.Of(State.ToString()!);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"state {look.Tone}".TrimEnd());
        output.Content.AppendHtml(assets.Icon(look.Icon)).Append(string.IsNullOrEmpty(Text) ? look.Text : Text);
    }
}
