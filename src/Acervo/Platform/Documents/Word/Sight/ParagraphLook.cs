using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>One paragraph with all that it inherits: how it stands, how its letters look unless they say so themselves, and what lies behind.</summary>
internal sealed record ParagraphLook(LookBook Book, ParagraphTraits Traits, RunTraits StyleRun, RunTraits TableRun, Ground Ground)
{
    // How far before the edge of the sheet letters may begin: binding and bad printers leave that much to chance.
    private const double Slack = 8;
    private const double LeastWidth = 1;

    // Half a letter: a paragraph between its indents is not set in less.
    private const double LeastRoom = 3;

    public RunTraits Base { get; } = StyleRun.Over(TableRun.Over(Book.Styles.DefaultRun));

    /// <summary>Where the whole paragraph is lost, why.</summary>
    public SightReason? Loss { get; private init; }

    public static ParagraphLook Of(LookBook book, XElement paragraph, Place place)
    {
        var properties = paragraph.Element(W + "pPr");
        var style = book.Styles.Paragraph(properties?.Element(W + "pStyle").Val());
        var own = ParagraphTraits.Read(properties, book.Paints);
        // A list that the style names gives way to the style, one that the paragraph names does not.
        var traits = own.Over(book.Lists.Of(own.List))
            .Over(style.Paragraph.Over(book.Lists.Of(style.Paragraph.List)).Over(place.TableParagraph.Over(book.Styles.DefaultParagraph)));
        return new ParagraphLook(book, traits, style.Run, place.TableRun, place.Ground.Under(traits.Shade)) { Loss = LossOf(traits, place) };
    }

    /// <summary>The letters of a run with these properties. Hiding toggles from style to style, and what the run itself says is final.</summary>
    public RunTraits Run(XElement? properties)
    {
        var own = Book.Runs.Read(properties);
        var character = Book.Styles.Character(properties?.Element(W + "rStyle").Val());
        return own.Over(character.Over(Base)) with { Vanish = Hides(own.Vanish, character) };
    }

    private bool Hides(bool? own, RunTraits character) => own
        ?? (Book.Styles.DefaultRun.Vanish == true || TableRun.Vanish == true ^ StyleRun.Vanish == true ^ character.Vanish == true);

    private static SightReason? LossOf(ParagraphTraits traits, Place place)
    {
        if (traits.Frame is { } frame)
        {
            return FrameLook.LossOf(frame, place.Page);
        }

        if (place.Width is { } room && room - (traits.Start ?? 0) - (traits.End ?? 0) < LeastRoom)
        {
            return SightReason.Clipped;
        }

        if (place.Left is not { } left || place.Width is not { } width)
        {
            return null;
        }

        var (start, end) = (left + (traits.Start ?? 0), left + width - (traits.End ?? 0));
        var first = start + (traits.First ?? 0);
        return end <= Slack || start >= place.Page.Width - LeastWidth || start < -Slack || first < -Slack || first >= place.Page.Width - LeastWidth
            || traits.AtEnd == true && end > place.Page.Width + Slack
            ? SightReason.OffPage : null;
    }
}
