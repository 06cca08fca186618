using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Follows how far down its sheets a text stands, and counts the pages that begin in each section. Only what is seen takes room.</summary>
internal sealed class Paper(IReadOnlyList<XElement> sections)
{
    private const double LowLine = 1.0;
    private const double HighLine = 1.4;
    private const double NarrowLetter = 0.4;
    private const double WideLetter = 0.62;

    // A tall header takes of the text of its page, and a note at its foot.
    private const double LeastOfSheet = 0.75;
    private const double MostOfSheet = 1.05;
    private const double Note = 60;
    private const double OfALine = 400;

    private readonly Dictionary<XElement, SectionPages> pages = [];
    private (int Least, int Most) begun = (1, 1);
    private bool startsPage = true;
    private Depth since;
    private int section;

    public Depth Here { get; private set; }

    /// <summary>About how far down the text stands, in points, where boxes take no room.</summary>
    public double Likely { get; private set; }

    /// <summary>The box that text stands in; null in the flow of the pages.</summary>
    public BoxOrigin? Origin { get; private set; }

    public IReadOnlyDictionary<XElement, SectionPages> Pages => pages;

    /// <summary>A paragraph, or what of it stands before a break.</summary>
    /// <returns>The height of its lines, at least and at most.</returns>
    public (double Least, double Most) Add(ParagraphLook look, LineTally tally, double? width)
    {
        var traits = look.Traits;
        var room = Math.Max((width ?? OfALine) - (traits.Start ?? 0) - (traits.End ?? 0), tally.Largest);
        var exact = traits.Exact == true ? traits.Line : null;
        var low = exact ?? Math.Max(tally.Smallest * LowLine * Math.Min(traits.Line ?? 1, 5), traits.LeastLine ?? 0);
        var high = exact ?? Math.Max(tally.Largest * HighLine * Math.Max(traits.Line ?? 1, 1), traits.LeastLine ?? 0);
        var least = (tally.Breaks + Math.Max(Math.Ceiling(tally.Letters * NarrowLetter / room), 1)) * low;
        var most = (tally.Breaks + Math.Max(Math.Ceiling(tally.Letters * WideLetter / room), 1)) * high;
        var gaps = (traits.Before ?? 0) + (traits.After ?? 0);
        // A frame stands apart, and may push the text down or not.
        Here = Here.Down(traits.Frame is null ? Math.Max(least, tally.Tallest) + (gaps / 2) : 0, most + gaps + tally.Drawn + (tally.Notes * Note));
        Likely += traits.Frame is null ? ((least + most) / 2) + gaps : 0;
        return (least, most);
    }

    public void MarkPage() => Here = Here with { Marks = Here.Marks + 1 };

    /// <summary>A page surely begins.</summary>
    public void Turn(PageFrame page)
    {
        Count(page);
        begun = (begun.Least + 1, begun.Most + 1);
        since = Here = new Depth(Here.Stretch + 1, 0, 0);
        Likely = 0;
    }

    public void EndSection(XElement? end, PageFrame page)
    {
        Count(page);
        if (end is not null)
        {
            pages[end] = new SectionPages(begun.Least, begun.Most, startsPage, section == 0);
        }

        section++;
        startsPage = section >= sections.Count || sections[section].Element(W + "type").Val() != "continuous";
        begun = startsPage ? (1, 1) : (0, 0);
        since = Here = startsPage ? new Depth(Here.Stretch + 1, 0, 0) : Here;
        Likely = startsPage ? 0 : Likely;
    }

    /// <summary>Cells of a row stand beside each other: the tallest says where the next row begins.</summary>
    public void Row(IEnumerable<Action> cells, double height)
    {
        var (top, deepest) = (Here, Here.Down(height, height));
        var (from, low) = (Likely, Likely + height);
        foreach (var cell in cells)
        {
            (Here, Likely) = (top, from);
            cell();
            (deepest, low) = (deepest.Or(Here), Math.Max(low, Likely));
        }

        (Here, Likely) = (deepest, low);
    }

    /// <summary>What floats takes no room of the text.</summary>
    public void Apart(BoxOrigin origin, Action inside)
    {
        var (here, outer, likely) = (Here, Origin, Likely);
        (Here, Origin) = (new Depth(here.Stretch, 0, 0, here.Marks), origin);
        inside();
        (Here, Origin) = (here.Down(0, outer is null ? Here.Most : 0), outer);
        Likely = likely;
    }

    private void Count(PageFrame page)
    {
        var height = Math.Max(page.TextHeight, 36);
        var (tall, low) = (height * MostOfSheet, height * LeastOfSheet);
        begun = (begun.Least + Math.Max(0, (int)(Here.Least / tall) - (int)(since.Most / low)),
            begun.Most + (int)(Here.Most / low) - (int)(since.Least / tall));
        since = Here;
    }
}
