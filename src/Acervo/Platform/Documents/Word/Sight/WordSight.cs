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
    private readonly LookBook book;
    private readonly List<PageFrame> pages;
    private readonly XElement document;

    /// <param name="document">The root of the main part (<c>w:document</c>).</param>
    /// <param name="styles">The root of the styles, when there are any.</param>
    /// <param name="theme">The root of the theme.</param>
    /// <param name="settings">The root of the settings.</param>
    public WordSight(XElement document, XElement? styles, XElement? theme, XElement? settings)
    {
        this.document = document;
        book = new LookBook(document, styles, theme, settings);
        pages = [.. Sections(document).Select(PageFrame.Of).DefaultIfEmpty(PageFrame.Letter)];
    }

    /// <summary>What nobody sees of one part (the document, a header, a footer, the notes), in the order of the part and none inside another.</summary>
    /// <param name="story">The root of the part, or one note of it.</param>
    public IReadOnlyList<Unseen> Unseen(XElement story) =>
        new StoryWalk(book, story, story == document ? pages : pages.GetRange(0, 1)).Look(story == document ? story.Element(W + "body") ?? story : story);

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
    public static IEnumerable<string> ShownHeaders(XElement document, XElement? settings)
    {
        var even = settings?.Element(W + "evenAndOddHeaders")?.IsOn() == true;
        var sections = Sections(document).ToList();
        var first = sections.Exists(section => section.Element(W + "titlePg")?.IsOn() == true);
        return sections.SelectMany(section => section.Elements())
            .Where(reference => reference.Name == W + "headerReference" || reference.Name == W + "footerReference")
            .Where(reference => reference.Text("type") switch { "first" => first, "even" => even, _ => true })
            .Select(reference => reference.Text("id") ?? "");
    }

    /// <summary>The notes that the document, without what nobody sees of it, refers to.</summary>
    /// <param name="document">The document, after <see cref="Cut"/>.</param>
    /// <param name="kind"><c>footnote</c> or <c>endnote</c>.</param>
    public static IEnumerable<string> ShownNotes(XElement document, string kind) =>
        document.Descendants(W + (kind + "Reference")).Select(reference => reference.Text("id") ?? "");

    /// <summary>Takes what nobody sees out of the part and says what it was.</summary>
    public IReadOnlyList<Unseen> Cut(XElement story)
    {
        var unseen = Unseen(story);
        var elements = unseen.Select(each => each.Element).ToHashSet();
        story.RemoveAll(elements.Contains);
        return unseen;
    }

    private static IEnumerable<XElement> Sections(XElement document) =>
        document.Descendants(W + "sectPr").Where(section => section.Parent!.Name != W + "sectPrChange");
}
