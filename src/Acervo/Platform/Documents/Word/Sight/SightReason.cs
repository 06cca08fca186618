namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Why nobody who looks at a Word document sees a piece of it.</summary>
internal enum SightReason
{
    /// <summary>Marked as hidden text, by itself or by a style.</summary>
    Hidden,

    /// <summary>In the colour of what lies behind it, or transparent.</summary>
    Colour,

    /// <summary>Too small or too squeezed to be letters.</summary>
    Size,

    /// <summary>In a line, row, cell or box that leaves it no room.</summary>
    Clipped,

    /// <summary>Outside the page.</summary>
    OffPage,

    /// <summary>Under something opaque.</summary>
    Covered,

    /// <summary>In a cell that was merged into another.</summary>
    Merged,

    /// <summary>In the instructions of a field, or the result of a field that shows none.</summary>
    FieldCode,

    /// <summary>Under a heading that opens folded.</summary>
    Folded,

    /// <summary>In a variant, element or part that Word does not show.</summary>
    NotShown,

    /// <summary>Deleted or moved away with tracked changes.</summary>
    Deleted,

    /// <summary>In a font of signs: what is seen are drawings and not these letters.</summary>
    Signs,
}
