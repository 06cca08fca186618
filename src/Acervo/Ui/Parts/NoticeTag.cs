using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Acervo.Ui.Parts;

/// <summary>
/// A sentence the person must see: <c>&lt;notice kind="Done" title="Publicada"&gt;…&lt;/notice&gt;</c>. Refusals and warnings say so in words too.
/// </summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTag(Assets assets) : TagHelper
{
    public NoticeKind Kind { get; set; }

    public string? Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        var (icon, word, role) = Kind switch
        {
            NoticeKind.Done => ("check", "Hecho: ", "status"),
            NoticeKind.Warning => ("warning", "Advertencia: ", null),
            NoticeKind.Refusal => ("refusal", "No se pudo: ", "alert"),
            _ => ("info", "Información: ", null),
        };
        output.TagName = "div";
        output.Attributes.SetAttribute("class", $"notice notice-{Kind.ToString().ToLowerInvariant()}");
        if (role is not null) { output.Attributes.SetAttribute("role", role); }

        output.Content.AppendHtml(assets.Icon(icon)).AppendHtml("<div><span class=\"unseen\">").Append(word).AppendHtml("</span>");
        if (Title is not null) { output.Content.AppendHtml("<p class=\"notice-title\">").Append(Title).AppendHtml("</p>"); }
        output.Content.AppendHtml(body).AppendHtml("</div>");
    }
}

/// <summary>What a notice is about: news, success, care or refusal.</summary>
public enum NoticeKind
{
    Info,
    Done,
    Warning,
    Refusal,
}
