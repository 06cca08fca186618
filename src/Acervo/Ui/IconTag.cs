using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Acervo.Ui;

/// <summary>Draws an icon of the sprite: <c>&lt;icon name="search" /&gt;</c>. With a label it speaks; without one it is ornament.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTag(Assets assets) : TagHelper
{
    public required string Name { get; set; }

    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(assets.Icon(Name));
        if (Label is null) { return; }

        output.PostContent.AppendHtml("<span class=\"unseen\">").Append(Label).AppendHtml("</span>");
    }
}
