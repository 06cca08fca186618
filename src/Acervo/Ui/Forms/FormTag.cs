using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Acervo.Ui.Forms;

/// <summary>
/// Keeps the browser's own bubbles, in the browser's language, out of every form: the server says in Spanish what to mend. A form that is posted carries a
/// key of its own, by which what it makes is made once however often it is sent, and says what it asks for.
/// </summary>
[HtmlTargetElement("form")]
public sealed class FormTag : TagHelper
{
    public const string KeyName = "__form";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute(new TagHelperAttribute("novalidate"));
        if (!context.AllAttributes.TryGetAttribute("method", out var method) || !string.Equals($"{method.Value}", "post", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        Carry(output, KeyName, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        if (Asked.MarkOf((await output.GetChildContentAsync()).GetContent(), View.ViewData["Title"] as string) is { } asked)
        {
            Carry(output, Asked.FieldName, asked);
        }
    }

    private static void Carry(TagHelperOutput output, string name, string value) =>
        output.PostContent.AppendHtml($"<input type=\"hidden\" name=\"{name}\" value=\"").Append(value).AppendHtml("\">");
}
