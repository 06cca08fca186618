using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Acervo.Ui.Parts;

/// <summary>Which unit or entity: <c>&lt;unit name="@practice.Unit" /&gt;</c>.</summary>
[HtmlTargetElement("unit", TagStructure = TagStructure.WithoutEndTag)]
public sealed class UnitTag(Assets assets) : TagHelper
{
    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "unit");
        output.Content.AppendHtml(assets.Icon("building")).AppendHtml("<span>").Append(Name).AppendHtml("</span>");
    }
}
