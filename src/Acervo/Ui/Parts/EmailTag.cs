using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Acervo.Ui.Parts;

/// <summary>An e-mail address that may break after its at sign and never disappears at the edge: <c>&lt;email address="@row.Email" /&gt;</c>.</summary>
[HtmlTargetElement("email", TagStructure = TagStructure.WithoutEndTag)]
public sealed class EmailTag : TagHelper
{
    public required string Address { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "email");
        output.Content.SetHtmlContent(Markup.Text(Address).Replace("@", "@<wbr>", StringComparison.Ordinal));
    }
}
