namespace Acervo.Platform.Documents.Layout;

/// <summary>A stretch of text placed on a page. Coordinates are points from the top left corner.</summary>
internal sealed record Segment(double Left, double Top, double Right, double Bottom, string Text, bool Bold = false, bool Muted = false, double Confidence = 1)
{
    public double Height => Bottom - Top;

    /// <summary>The grey of its colour, from 0 to 255; below zero when the page does not say.</summary>
    public int Shade { get; init; } = -1;

    /// <summary>It stands upside down, and runs from right to left.</summary>
    public bool Turned { get; init; }

    /// <summary>The letters do not stand one beside the other: they run up or down the page.</summary>
    public bool OnSide => Right - Left < 1 && Text.Trim().Length > 1;
}

/// <summary>A drawn line: the border of a table.</summary>
internal sealed record Ruling(double Left, double Top, double Right, double Bottom)
{
    public bool IsVertical => Bottom - Top > Right - Left;
}

/// <summary>One page as it is printed, before anyone knows what is a paragraph.</summary>
internal sealed record LayoutPage(int Number, double Width, double Height, IReadOnlyList<Segment> Segments)
{
    public IReadOnlyList<Ruling> Rulings { get; init; } = [];

    /// <summary>Its words were recognised one by one: whites between them say nothing of columns.</summary>
    public bool Recognised { get; init; }

    /// <summary>The page as it is drawn: finds ink left of a line, where a bullet may stand that is no letter; null when nobody drew it.</summary>
    public PageBitmap? Bitmap { get; init; }

    /// <summary>It holds the columns of a page one under the other: its lines are as long as those of a column.</summary>
    public bool IsColumn { get; init; }

    /// <summary>Most of it stands upside down: whoever reads it turns the sheet.</summary>
    public bool IsTurned => Segments.Sum(segment => segment.Turned ? segment.Text.Length : -segment.Text.Length) > 0;

    /// <summary>The sheet turned by half.</summary>
    public LayoutPage Turn() => this with
    {
        Segments = [.. Segments.Select(segment => segment with { Left = Width - segment.Right, Right = Width - segment.Left, Top = Height - segment.Bottom,
        Bottom = Height - segment.Top, Turned = !segment.Turned })],
    };
}
