namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Where a walk through a document stands: on which sheet and ground, in how much room, and what its table gives.</summary>
internal sealed record Place(PageFrame Page, Ground Ground)
{
    public RunTraits TableRun { get; init; } = RunTraits.Silent;

    public ParagraphTraits TableParagraph { get; init; } = ParagraphTraits.Silent;

    /// <summary>Where the text begins on the sheet, from its left edge; null where that is not known.</summary>
    public double? Left { get; init; } = Page.Left;

    /// <summary>How wide the text may be; null where that is not known.</summary>
    public double? Width { get; init; } = Page.TextWidth;

    /// <summary>The height that a row or box leaves; null where it grows with its text.</summary>
    public Room? Room { get; init; }

    /// <summary>The flow of the pages itself, outside tables and boxes.</summary>
    public bool IsFlow { get; init; }
}

/// <summary>A fixed height that fills up, line by line.</summary>
internal sealed class Room(double height)
{
    public double Height { get; } = height;

    public double Used { get; set; }

    // A line of which less than a third shows cannot be read.
    public bool HasPlaceFor(double line) => Used + line / 3 <= Height;
}
