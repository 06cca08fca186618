using System.Text;
using Microsoft.AspNetCore.Html;

namespace Acervo.Ui;

/// <summary>Turns the marks a search puts around found words into HTML; everything else is encoded.</summary>
public static class Highlight
{
    /// <summary>Characters of private use: what PostgreSQL's <c>ts_headline</c> is asked to write, so that no text can forge a tag.</summary>
    public const char Start = '\uE000';
    public const char Stop = '\uE001';

    public static IHtmlContent Html(string extract)
    {
        var safe = new StringBuilder(extract.Length + 64);
        var open = false;
        var from = 0;
        for (var at = 0; at < extract.Length; at++)
        {
            if (extract[at] is not (Start or Stop)) { continue; }

            safe.Append(Markup.Text(extract[from..at]));
            from = at + 1;
            if ((extract[at] == Start) == open) { continue; }
            open = !open;
            safe.Append(open ? "<mark>" : "</mark>");
        }

        safe.Append(Markup.Text(extract[from..])).Append(open ? "</mark>" : "");
        return new HtmlString(safe.ToString());
    }
}
