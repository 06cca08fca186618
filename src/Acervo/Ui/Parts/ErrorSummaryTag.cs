using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Acervo.Ui.Parts;

/// <summary>Everything wrong with a form, at the top, each error a link to its field. Silent when all is well.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTag : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <summary>What happened, where «there are data to mend» does not say it.</summary>
    public string Title { get; set; } = "Hay datos por corregir";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (View.ModelState.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-focus", "");
        output.Content.AppendHtml("<h2>").Append(Title).AppendHtml("</h2><ul class=\"stack-tight\">");
        foreach (var (name, entry) in View.ModelState)
        {
            foreach (var error in entry.Errors)
            {
                Write(output.Content, name, error.ErrorMessage);
            }
        }

        output.Content.AppendHtml("</ul>");
    }

    private static void Write(TagHelperContent content, string field, string message)
    {
        content.AppendHtml("<li>");
        if (field.Length == 0)
        {
            content.Append(message).AppendHtml("</li>");
            return;
        }

        content.AppendHtml("<a href=\"#").Append(Forms.FieldView.IdOf(field)).AppendHtml("\">").Append(message).AppendHtml("</a></li>");
    }
}
