using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>
/// Controls that are bound to data of the file: Word fills them from the data when it opens the file, so what the document says in them is seen by
/// nobody. Here they are filled as Word does it.
/// </summary>
internal sealed class BoundControls(DataParts data)
{
    private static readonly XName[] Kept = [W14 + "checkbox", W + "picture", W + "docPartObj", W + "docPartList"];

    /// <summary>Fills the controls of the part, and says what stood in them and is not what their data say.</summary>
    public IReadOnlyList<string> Fill(XElement story)
    {
        var lost = new List<string>();
        foreach (var control in story.Descendants(W + "sdt").ToList())
        {
            var properties = control.Element(W + "sdtPr");
            var content = control.Element(W + "sdtContent");
            if (content is null || properties?.Elements().FirstOrDefault(each => each.Name.LocalName == "dataBinding") is not { } binding
                || properties.Elements().Any(each => Kept.Contains(each.Name) || each.Name.LocalName == "repeatingSection"))
            {
                continue;
            }

            var (said, bound) = (Letters.Of(content), data.Value(binding.Text("storeItemID"), binding.Text("xpath")));
            if (bound is null || Same(said, Shown(properties, bound)) || (bound.Length == 0 && properties.Element(W + "showingPlcHdr") is not null)
                || IsDate(properties, said, bound))
            {
                continue;
            }

            lost.Add(said);
            Write(content, Shown(properties, bound));
        }

        return lost;
    }

    private static bool Same(string one, string other) =>
        string.Join(' ', one.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) == string.Join(' ',
        other.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A list shows the words of an entry and keeps its value.</summary>
    private static string Shown(XElement properties, string bound) =>
        properties.Elements().Where(each => each.Name.LocalName is "dropDownList" or "comboBox").Elements(W + "listItem")
        .FirstOrDefault(item => item.Text("value") == bound)?.Text("displayText") ?? bound;

    // A date is kept in one form and shown in another: the day and the year of the data stand in both.
    private static bool IsDate(XElement properties, string said, string bound) => properties.Element(W + "date") is not null
        && DateTime.TryParse(bound, System.Globalization.CultureInfo.InvariantCulture, out var day) && said.Length <= 40
        && said.Contains(day.Day.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
        && said.Contains((day.Year % 100).ToString("00", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static void Write(XElement content, string text)
    {
        var first = content.Descendants(W + "t").FirstOrDefault();
        foreach (var letters in content.Descendants(W + "t").Where(each => each != first).ToList())
        {
            letters.Remove();
        }

        if (first is not null)
        {
            first.ReplaceNodes(text);
            return;
        }

        var run = new XElement(W + "r", new XElement(W + "t", text));
        if (content.Descendants(W + "p").FirstOrDefault() is { } paragraph)
        {
            paragraph.Add(run);
        }
        else if (text.Length > 0)
        {
            content.Add(content.Parent!.Parent?.Name == W + "p" ? run : new XElement(W + "p", run));
        }
    }
}
