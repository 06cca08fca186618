namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>A shape or picture and the rectangle that it surely covers. Whether it is opaque is asked last: a picture must be opened for it.</summary>
internal sealed record Cover(Level Top, double Left, double Right, double Height, Layer Layer, bool LiesOverText, Func<bool> IsOpaque,
    IReadOnlyList<Rgb>? Colours = null)
{
    // Letters have air around them, and half a letter that shows is read by nobody.
    private const double Air = 0.15;
    private const double Side = 0.1;

    /// <summary>Nothing that could be read of it shows. Where it stands is known within bounds, and it is covered at both.</summary>
    public bool Covers(Spot spot, PageFrame page) => IsOver(spot.Layer) && Holds(spot, page);

    /// <summary>It lies behind the whole of it, with the colours it is filled with.</summary>
    public bool IsBehind(Spot spot, PageFrame page) => Colours is not null && Layer < spot.Layer && Holds(spot, page);

    private bool Holds(Spot spot, PageFrame page) => Reaches(spot)
        && Top.To(spot.Top, page) is var (low, high)
        && low >= -Air * spot.Height - 2 && high + spot.Slack + spot.Height * (1 - Air) <= Height
        && IsOpaque();

    /// <summary>It may lie over part of it.</summary>
    public bool Touches(Spot spot, PageFrame page) => IsOver(spot.Layer) && Right > spot.Left + 12 && Left < spot.Right - 12
        && Top.To(spot.Top, page) is var (low, high)
        && high + spot.Slack + spot.Height * 0.7 > 0 && low + spot.Height * 0.3 < Height
        && IsOpaque();

    // Text runs around some drawings, and another drawing may lie under them all the same.
    private bool IsOver(Layer layer) => Layer > layer && (LiesOverText || layer.Tier != Sight.Layer.Text.Tier);

    private bool Reaches(Spot spot)
    {
        var free = (spot.Right - spot.Left) * Side + 3;
        return Left <= spot.Left + free && Right >= spot.Right - free;
    }
}
