using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Acervo.Ui.Parts;

/// <summary>Who: <c>&lt;person name="@author" note="Revisora" /&gt;</c>. Initials stand for a portrait nobody asked for.</summary>
[HtmlTargetElement("person", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PersonTag : TagHelper
{
    public required string Name { get; set; }

    public string? Note { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "person");
        output.Content.AppendHtml("<span class=\"initials\" aria-hidden=\"true\">").Append(Spanish.Initials(Name))
            .AppendHtml("</span><span>").Append(Name);
        if (Note is not null) { output.Content.AppendHtml("<small>").Append(Note).AppendHtml("</small>"); }
        output.Content.AppendHtml("</span>");
    }
}
