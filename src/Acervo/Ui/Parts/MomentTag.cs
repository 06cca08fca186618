using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Acervo.Ui.Parts;

/// <summary>A moment as a person says it, with the exact one behind it: <c>&lt;moment at="@changed" ago="true" /&gt;</c>.</summary>
[HtmlTargetElement("moment", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MomentTag(TimeProvider clock) : TagHelper
{
    /// <summary>UTC, as it stands in the store.</summary>
    public DateTime At { get; set; }

    public bool Ago { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        if (Ago) { output.Attributes.SetAttribute("title", Spanish.Moment(At)); }
        output.Content.SetContent(Ago ? Spanish.Ago(At, clock.GetUtcNow().UtcDateTime) : Spanish.Moment(At));
    }
}
