using System.Xml.Linq;
using Acervo.Platform.Documents.Cleaning;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>
/// Tells what of a Word document nobody sees, and why. It resolves what Word resolves (defaults, table, paragraph and character styles, direct
/// properties; theme colours; the ground behind the letters) and answers for every run, paragraph, row, cell and box. When programs disagree or
/// nobody can know, it is not seen. The reader and the cleaner of public copies both ask it.
/// </summary>
internal sealed class WordSight
{
    private const double HalfInch = 36;

    private readonly LookBook book;
    private readonly List<PageFrame> pages;
    private readonly XElement document;
    private readonly XElement? settings;
    private HeaderPages? headers;

    /// <param name="document">The root of the main part (<c>w:document</c>).</param>
    /// <param name="styles">The root of the styles, when there are any.</param>
    /// <param name="theme">The root of the theme.</param>
    /// <param name="settings">The root of the settings.</param>
    /// <param name="more">Lists and fonts.</param>
    public WordSight(XElement document, XElement? styles, XElement? theme, XElement? settings, SightParts more)
    {
        (this.document, this.settings) = (document, settings);
        book = new LookBook(document, styles, theme, settings, more);
        pages = [.. HeaderPages.Sections(document).Select(PageFrame.Of).DefaultIfEmpty(PageFrame.Letter)];
    }

    /// <summary>Something opaque may lie over words that still count as seen.</summary>
    public bool MayBeCovered { get; private set; }

    /// <summary>Where the boxes of the document are seen; known once it was asked for.</summary>
    public BoxOrder? Boxes { get; private set; }

    /// <summary>Which headers no page shows; known once the document was asked for.</summary>
    public HeaderPages Headers => headers ?? throw new InvalidOperationException("The document was not walked yet.");

    /// <summary>What nobody sees of one part (the document, a header, a footer, the notes), in the order of the part and none inside another.</summary>
    /// <param name="story">The root of the part, or one note of it.</param>
    /// <param name="picture">Opens a picture of the part by the name of its relationship; without it pictures cover nothing.</param>
    public IReadOnlyList<Unseen> Unseen(XElement story, Func<string, byte[]?>? picture = null)
    {
        if (story.Name.LocalName is "hdr" or "ftr" && pages.Exists(page => page.LosesMargins))
        {
            return [.. story.Elements().Select(element => new Unseen(element, SightReason.OffPage, Letters.Of(element)))];
        }

        var walk = Walk(story, new HashSet<XElement>(), picture, out var unseen);
        var (hidden, mayHide) = walk.Covers.Look();
        MayBeCovered |= mayHide;
        if (hidden.Count > 0)
        {
            walk = Walk(story, hidden, picture, out unseen);
        }

        if (story == document)
        {
            headers = new HeaderPages(document, settings, walk.Paper.Pages);
            Boxes = new BoxOrder(walk.Flow, walk.Hung);
        }

        return unseen;
    }

    private StoryWalk Walk(XElement story, IReadOnlySet<XElement> under, Func<string, byte[]?>? picture, out IReadOnlyList<Unseen> unseen)
    {
        var sheets = story == document ? pages : [Margin(story.Name.LocalName, pages[0])];
        var walk = new StoryWalk(book, story, sheets, under, picture ?? (_ => null));
        unseen = walk.Look(story == document ? story.Element(W + "body") ?? story : story);
        return walk;
    }

    private static PageFrame Margin(string part, PageFrame page) => part switch
    {
        "hdr" => page with { FlowTop = HalfInch },
        "ftr" => page with { FlowTop = page.Height - Math.Abs(page.Bottom) },
        _ => page,
    };

    /// <summary>Takes the words out of list marks that nobody sees, and says what they were.</summary>
    public IReadOnlyList<Unseen> CutMarks(XElement numbering)
    {
        var plain = new ParagraphLook(book, ParagraphTraits.Silent, RunTraits.Silent, RunTraits.Silent, book.Page);
        var unseen = new List<Unseen>();
        foreach (var text in numbering.Descendants(W + "lvlText").Where(text => text.Val() is { Length: > 0 }))
        {
            if (LetterLook.LossOf(text.Val()!, plain.Run(text.Parent!.Element(W + "rPr")), plain) is { } reason and not SightReason.Signs)
            {
                unseen.Add(new Unseen(text, reason, string.Join(' ', text.Val()!.Split(' ').Where(word => !word.StartsWith('%')))));
                text.SetAttributeValue(W + "val", "");
            }
        }

        return unseen;
    }

    /// <summary>The relationships of the headers and footers that some page shows, of those the document refers to.</summary>
    public IEnumerable<string> ShownHeaders() => HeaderPages.Sections(document).SelectMany(HeaderPages.References)
        .Where(reference => !Headers.Unseen.Contains(reference)).Select(reference => reference.Text("id") ?? "");

    /// <summary>The notes that the document, without what nobody sees of it, refers to.</summary>
    /// <param name="document">The document, after <see cref="Cut"/>.</param>
    /// <param name="kind"><c>footnote</c> or <c>endnote</c>.</param>
    public static IEnumerable<string> ShownNotes(XElement document, string kind) =>
        document.Descendants(W + (kind + "Reference")).Select(reference => reference.Text("id") ?? "");

    /// <summary>Takes what nobody sees out of the part and says what it was.</summary>
    public IReadOnlyList<Unseen> Cut(XElement story, Func<string, byte[]?>? picture = null)
    {
        var unseen = Unseen(story, picture);
        var elements = unseen.Select(each => each.Element).ToHashSet();
        story.RemoveAll(elements.Contains);
        return unseen;
    }
}
