using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Acervo.Ui.Parts;

/// <summary>
/// A column one may sort by: <c>&lt;th sort="fecha" sorted-by="@Sort" sort-href="?orden="&gt;Fecha&lt;/th&gt;</c>; a second click turns the order round.
/// </summary>
[HtmlTargetElement("th", Attributes = "sort")]
public sealed class SortHeaderTag(Assets assets) : TagHelper
{
    public required string Sort { get; set; }

    /// <summary>The order in force: a column's name, with a minus sign in front when it descends.</summary>
    public string? SortedBy { get; set; }

    /// <summary>The address of this table up to and including «orden=».</summary>
    public required string SortHref { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var ascending = SortedBy == Sort;
        var descending = SortedBy == "-" + Sort;
        var text = await output.GetChildContentAsync();
        output.Attributes.SetAttribute("scope", "col");
        if (ascending || descending) { output.Attributes.SetAttribute("aria-sort", ascending ? "ascending" : "descending"); }

        output.Content.AppendHtml("<a class=\"sort\" rel=\"nofollow\" href=\"").Append(SortHref + (ascending ? "-" : "") + Sort)
            .AppendHtml(ascending || descending ? "\" aria-current=\"true\">" : "\">")
            .AppendHtml(text).AppendHtml(assets.Icon(descending ? "chevron-down" : "chevron-up")).AppendHtml("</a>");
    }
}
