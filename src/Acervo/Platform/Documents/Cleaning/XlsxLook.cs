namespace Acervo.Platform.Documents.Cleaning;

/// <summary>How letters are drawn: only what changes what is seen.</summary>
internal sealed record XlsxLetters(string Font, double Size, bool Bold, bool Italic, bool Underlined, bool Struck, string? Raised, SeenColour? Colour)
{
    public static readonly XlsxLetters Plain = new("Calibri", 11, false, false, false, false, null, null);

    /// <summary>Smaller letters are a line of dust on any screen.</summary>
    private const double Smallest = 4;
    private const double RaisedSize = 0.65;

    /// <summary>Whether the letters are signs instead of words, as those of Wingdings.</summary>
    public bool AreSigns { get; init; }

    public bool AreSeenOn(SeenColour ground) => Size * (Raised is null ? 1 : RaisedSize) >= Smallest && (Colour ?? SeenColour.Black).IsSeenOn(ground);
}

/// <summary>One side of the frame of a cell.</summary>
internal sealed record XlsxEdge(string Side, string Style, SeenColour Colour);

/// <summary>Where the text of a cell stands.</summary>
internal sealed record XlsxPlace(string? Across, string? Down, bool Wraps, bool Shrinks, int Indent, int Turn);

/// <summary>How a cell is drawn, with every colour worked out.</summary>
internal sealed record XlsxLook(XlsxLetters Letters, SeenColour? Ground, string Edges, string Format, XlsxPlace Place)
{
    public static readonly XlsxLook Plain = new(XlsxLetters.Plain, null, "", "General", new XlsxPlace(null, null, false, false, 0, 0));

    public bool ShowsLetters => Letters.AreSeenOn(Ground ?? SeenColour.White);
}
