using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>
/// Puts the text of boxes where it is seen: a box may hang on a paragraph far from where it is drawn, and what it says belongs to the words above it
/// on the sheet. Heights are reckoned, so a box over a table, or one of which nobody knows the height, stays with its paragraph.
/// </summary>
/// <param name="flow">The paragraphs and tables of the body, in order.</param>
/// <param name="boxes">The boxes that hang on them.</param>
internal sealed class BoxOrder(IReadOnlyList<FlowBlock> flow, IReadOnlyList<SeenBox> boxes)
{
    private const double Slack = 6;
    private const double ALine = 12;

    public void Apply()
    {
        var places = flow.Select((block, at) => (block.Element, at)).ToDictionary(pair => pair.Element, pair => pair.at);
        var moved = boxes.Where(box => places.ContainsKey(box.Anchor) && box.Content.Parent is not null)
            .Select(box => (Box: box, Anchor: flow[places[box.Anchor]])).Select(pair => (pair.Box, Under: Under(pair.Box, pair.Anchor), pair.Anchor))
            .Where(pair => pair.Under is not null && pair.Under != pair.Anchor && pair.Under.Element.Name == W + "p" && pair.Under.Element.Parent is not null);
        foreach (var (box, under, _) in moved.OrderByDescending(pair => Height(pair.Box.Top!, pair.Anchor))
            .ThenByDescending(pair => pair.Box.Left ?? 0).ToList())
        {
            under!.Element.AddAfterSelf(Take(box));
        }

        foreach (var box in boxes.Where(box => box.IsInLine && places.ContainsKey(box.Anchor) && box.Content.Parent is not null && OpensIts(box)).ToList())
        {
            box.Anchor.AddBeforeSelf(Take(box));
        }
    }

    private static List<XElement> Take(SeenBox box)
    {
        var inside = box.Content.Elements().ToList();
        inside.ForEach(element => element.Remove());
        return inside;
    }

    /// <summary>The last block that begins above the box; one that pushes the text aside lets only whole lines stand above it.</summary>
    private FlowBlock? Under(SeenBox box, FlowBlock anchor)
    {
        if (box.IsInLine || box.Top is not { } top || (top.FromPage && anchor.At.Most > anchor.Page.TextHeight))
        {
            return null;
        }

        var from = Height(top, anchor);
        var line = box.Pushes ? ALine : 0;
        return flow.LastOrDefault(block => block.At.Stretch == anchor.At.Stretch && block.Down + line <= from + Slack);
    }

    private static double Height(Level level, FlowBlock anchor) => level.Offset + (level.FromPage ? -anchor.Page.FlowTop : anchor.Down);

    /// <summary>It stands before all the words of its paragraph.</summary>
    private static bool OpensIts(SeenBox box)
    {
        var words = box.Anchor.Descendants(W + "t").Where(text => text.Value.Trim().Length > 0 && text.Ancestors(W + "txbxContent").FirstOrDefault() is null);
        return words.FirstOrDefault() is { } first && box.Content.IsBefore(first);
    }
}

/// <summary>A paragraph or table of the body, how far down it begins and on which sheet.</summary>
/// <param name="Element">It.</param>
/// <param name="At">How far down, at least and at most.</param>
/// <param name="Down">About how far, in points.</param>
/// <param name="Page">The sheet.</param>
internal sealed record FlowBlock(XElement Element, Depth At, double Down, PageFrame Page);

/// <summary>The text of a box, the paragraph it hangs on and where it is drawn.</summary>
internal sealed record SeenBox(XElement Content, XElement Anchor, Level? Top, double? Left)
{
    /// <summary>It stands in its line like a letter.</summary>
    public required bool IsInLine { get; init; }

    /// <summary>No text stands beside it.</summary>
    public required bool Pushes { get; init; }

    /// <summary>Text stands above and below it, never beside: its file says so, or it fills the line.</summary>
    public static bool IsAlone(XElement content, double width, PageFrame page)
    {
        if (content.Ancestors(Wp + "anchor").FirstOrDefault() is { } frame)
        {
            return frame.Element(Wp + "wrapTopAndBottom") is not null
                || (frame.Element(Wp + "wrapNone") is null && width > page.TextWidth * 0.8);
        }

        return content.Ancestors().Where(element => element.Name.Namespace == V).Elements()
            .Any(element => element.Name.LocalName == "wrap" && element.Text("type") == "topAndBottom");
    }
}
