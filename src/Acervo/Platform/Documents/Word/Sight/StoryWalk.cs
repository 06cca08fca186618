using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Walks the paragraphs, tables and boxes of one part once, and notes what of it nobody sees.</summary>
internal sealed class StoryWalk
{
    private readonly List<PageFrame> pages;
    private readonly List<Unseen> found = [];
    private readonly Ground ground;
    private readonly RunWalk runs;
    private readonly TableWalk tables;
    private readonly List<XElement> sections;
    private int section;
    private int? folded;

    private readonly IReadOnlySet<XElement> under;

    /// <param name="book">How things look.</param>
    /// <param name="story">The part.</param>
    /// <param name="sheets">The sheet of each section.</param>
    /// <param name="under">What an earlier walk found to lie under something opaque.</param>
    /// <param name="picture">Opens a picture of the part by the name of its relationship.</param>
    public StoryWalk(LookBook book, XElement story, IReadOnlyList<PageFrame> sheets, IReadOnlySet<XElement> under, Func<string, byte[]?> picture)
    {
        (this.under, Picture) = (under, picture);
        sections = [.. HeaderPages.Sections(story)];
        Paper = new Paper(sections);
        Book = book;
        ground = book.Page;
        pages = [.. sheets];
        Fields = new FieldStack(story);
        runs = new RunWalk(this);
        tables = new TableWalk(this);
        Boxes = new BoxWalk(this);
    }

    public LookBook Book { get; }

    public FieldStack Fields { get; }

    public BoxWalk Boxes { get; }

    public Paper Paper { get; }

    public Func<string, byte[]?> Picture { get; }

    public Covers Covers { get; } = new();

    /// <summary>What stands in the flow of the pages, with how far down.</summary>
    public List<FlowBlock> Flow { get; } = [];

    /// <summary>The boxes that hang on it.</summary>
    public List<SeenBox> Hung { get; } = [];

    public IReadOnlyList<Unseen> Look(XElement container)
    {
        Blocks(container, Here());
        Paper.EndSection(sections.LastOrDefault(), pages[^1]);
        return found;
    }

    public bool IsCovered(XElement element) => under.Contains(element);

    public void Blocks(XElement container, Place place)
    {
        foreach (var element in container.Elements())
        {
            Block(element, place.IsFlow ? Here() : place);
        }
    }

    /// <summary>Notes that nobody sees the element. Where its words are shown elsewhere too, they are not told.</summary>
    public void Lose(XElement element, SightReason reason, string? words = null)
    {
        var text = words ?? (Letters.IsText(element.Name) ? element.Value : Letters.Of(element));
        found.Add(new Unseen(element, reason, text, found is [.., var last] && last.Reason == reason && Follows(last.Element, element)));
    }

    /// <summary>Goes on in the variant that is shown; the others are lost.</summary>
    public void Choose(XElement alternate, Action<XElement> shown)
    {
        var chosen = Variants.Shown(alternate);
        var words = chosen is null ? "" : Letters.Of(chosen);
        foreach (var variant in alternate.Elements().Where(variant => variant != chosen))
        {
            var other = Letters.Of(variant);
            Lose(variant, SightReason.NotShown, Letters.IsWithin(other, words) ? "" : other);
        }

        if (chosen is not null)
        {
            shown(chosen);
        }
    }

    /// <summary>What stands where Word knows no such element is not drawn by it.</summary>
    public void Refuse(XElement element)
    {
        if (element.HasElements && Letters.HasAny(element))
        {
            Lose(element, element.Name == W + "del" || element.Name == W + "moveFrom" ? SightReason.Deleted : SightReason.NotShown);
        }
    }

    private static bool Follows(XElement before, XElement element) => before.Name == element.Name && (Letters.IsText(element.Name) || element.Name == W + "r")
        && (Run(before) == Run(element) || Run(before).ElementsAfterSelf().FirstOrDefault(next => next.Name != W + "proofErr") == Run(element));

    private static XElement Run(XElement element) => element.Name == W + "r" ? element : element.Parent!;

    private Place Here() => new(pages[Math.Min(section, pages.Count - 1)], ground) { IsFlow = true };

    private void Block(XElement element, Place place)
    {
        if (place.IsFlow && (element.Name == W + "p" || element.Name == W + "tbl"))
        {
            Flow.Add(new FlowBlock(element, Paper.Here, Paper.Likely, place.Page));
        }

        if (element.Name == W + "p")
        {
            Paragraph(element, place);
        }
        else if (element.Name == W + "tbl")
        {
            if (Loss(place) is { } reason)
            {
                Lose(element, reason);
                return;
            }

            tables.Walk(element, place);
        }
        else if (element.Name == Mc + "AlternateContent")
        {
            Choose(element, shown => Blocks(shown, place));
        }
        else if (IsContainer(element))
        {
            Blocks(element, place);
        }
        else if (element.Name != W + "sectPr" && element.Name != W + "tcPr" && element.Name != W + "sdtPr")
        {
            Refuse(element);
        }
    }

    private static bool IsContainer(XElement element) => element.Name.Namespace == W
        && element.Name.LocalName is "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo" or "smartTag" or "body" or "footnote" or "endnote";

    private void Paragraph(XElement paragraph, Place place)
    {
        var look = ParagraphLook.Of(Book, paragraph, place);
        Unfold(look, place);
        if (place.IsFlow && look.Traits.OnNewPage == true && Paper.Here.Most > 0)
        {
            Paper.Turn(place.Page);
        }

        if (Loss(place) is { } reason)
        {
            Lose(paragraph, reason);
        }
        else
        {
            runs.Walk(paragraph, look, place);
            Fold(look, place);
        }

        if (place.IsFlow && paragraph.Element(W + "pPr")?.Element(W + "sectPr") is { } end)
        {
            Paper.EndSection(end, place.Page);
            section++;
        }
    }

    private SightReason? Loss(Place place) => place.Page.IsTooSmall ? SightReason.OffPage : place.IsFlow && folded is not null ? SightReason.Folded : null;

    private void Unfold(ParagraphLook look, Place place) =>
        folded = place.IsFlow && folded is { } level && look.Traits.Outline is { } next && next <= level ? null : folded;

    private void Fold(ParagraphLook look, Place place) =>
        folded = place.IsFlow && look.Traits is { Folded: true, Outline: { } level and < 9 } ? level : folded;
}
