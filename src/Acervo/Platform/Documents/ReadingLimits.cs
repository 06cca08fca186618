namespace Acervo.Platform.Documents;

/// <summary>How much a file may ask of the reader before it is refused.</summary>
public static class ReadingLimits
{
    public const int FileBytes = 50 * 1024 * 1024;

    /// <summary>Bytes that all entries of a compressed document may inflate to.</summary>
    public const long InflatedBytes = 200L * 1024 * 1024;

    /// <summary>An entry that grows more than this, beyond a first megabyte, is built to harm.</summary>
    public const int InflationRatio = 200;

    public const int Entries = 5000;

    public const int Pages = 300;

    /// <summary>The longer side of a page; a sheet of A1 has 2,384 points. A page is drawn to be looked at, and takes memory by its area.</summary>
    public const int PagePoints = 2400;

    /// <summary>How long one search for a pattern may take on text made to be slow.</summary>
    public const int PatternMilliseconds = 2000;

    /// <summary>Depth of nested tables and controls.</summary>
    public const int Depth = 40;

    /// <summary>Characters of text in one document; a form has some thirty thousand.</summary>
    public const int Characters = 500_000;
}
