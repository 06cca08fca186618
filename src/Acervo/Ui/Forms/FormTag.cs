using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Acervo.Ui.Forms;

/// <summary>Keeps the browser's own bubbles, in the browser's language, out of every form: the server says in Spanish what to mend.</summary>
[HtmlTargetElement("form")]
public sealed class FormTag : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Attributes.SetAttribute(new TagHelperAttribute("novalidate"));
}
