using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Counts, too low rather than too high, the lines that a paragraph takes of a room of fixed height.</summary>
internal sealed class LineCount
{
    // Narrow letters set close: what is past the room by this count is past it on paper.
    private const double NarrowLetter = 0.35;

    // What ends at a tab stands before it.
    private const double WordAndMore = 200;

    private readonly Room? room;
    private readonly double height;
    private readonly double? perLine;
    private readonly List<(double At, bool Before)> stops;
    private double letters;
    private int tabbed;

    private readonly XElement paragraph;
    private Dictionary<string, int>? fitted;

    public LineCount(ParagraphLook look, Place place, XElement paragraph)
    {
        (this.paragraph, Look, Place) = (paragraph, look, place);
        room = place.Room;
        var size = LetterLook.SizeOf(look.Base);
        height = look.Traits.Exact == true ? look.Traits.Line ?? size : size * Math.Clamp(look.Traits.Line ?? 1, 0.5, 10);
        stops = look.Traits.Tabs is { } tabs && place.IsFlow && place.Left is { } left
            ? [.. tabs.Elements(W + "tab").Where(tab => tab.Val() is not "clear")
            .Select(tab => (left + (Points(tab.Text("pos")) ?? 0), tab.Val() is "right" or "end")).Order()]
            : [];
        if (room is not null)
        {
            room.Used += look.Traits.Before ?? 0;
        }

        perLine = place.Width is > 20 and var width ? width / (size * NarrowLetter) : null;
    }

    public XElement Paragraph => paragraph;

    public ParagraphLook Look { get; }

    public Place Place { get; }

    /// <summary>What takes room since the paragraph, or its last page, began.</summary>
    public LineTally Tally { get; private set; } = new();

    /// <summary>The last tab leads off the sheet.</summary>
    public bool IsPastEdge => tabbed > 0 && tabbed <= stops.Count && stops[tabbed - 1] is var (at, before)
        && at > Place.Page.Width + (before ? WordAndMore : -1);

    public bool IsPastRoom => room is not null && !room.HasPlaceFor(height);

    /// <summary>Letters of all the runs that are fitted together into one width.</summary>
    public int LettersOf(string fit)
    {
        fitted ??= paragraph.Descendants(W + "fitText").GroupBy(each => each.Text("id") ?? "", StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(each => LettersBeside(each.Parent!)), StringComparer.Ordinal);
        return Math.Max(fitted.GetValueOrDefault(fit), 1);
    }

    private static int LettersBeside(XElement properties) => properties.Parent!.Elements(W + "t").Sum(text => text.Value.Length);

    public void Add(string text)
    {
        letters += text.Length;
        while (room is not null && perLine is { } most && letters > most)
        {
            letters -= most;
            room.Used += height;
        }
    }

    public void Tab() => tabbed++;

    public LineTally Take()
    {
        var taken = Tally;
        Tally = new LineTally();
        return taken;
    }

    public void Break()
    {
        tabbed = 0;
        Tally.Breaks++;
        letters = 0;
        End();
    }

    public void End()
    {
        if (room is not null)
        {
            room.Used += height;
        }
    }
}
