using System.Security.Cryptography;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Acervo.Ui.Forms;

/// <summary>
/// Keeps the browser's own bubbles, in the browser's language, out of every form: the server says in Spanish what to mend. A form that is posted carries a
/// key of
/// its own, by which what it makes is made once however often it is sent.
/// </summary>
[HtmlTargetElement("form")]
public sealed class FormTag : TagHelper
{
    public const string KeyName = "__form";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute(new TagHelperAttribute("novalidate"));
        if (context.AllAttributes.TryGetAttribute("method", out var method) && string.Equals($"{method.Value}", "post", StringComparison.OrdinalIgnoreCase))
        {
            output.PostContent.AppendHtml($"<input type=\"hidden\" name=\"{KeyName}\" "
                + $"value=\"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}\">");
        }
    }
}
