namespace Acervo.Platform.Documents.Cleaning;

/// <summary>What is cut from each side of a picture, as a share of its width or height; negative shares (a frame of empty paper) cut nothing.</summary>
internal readonly record struct PictureCrop(double Left, double Top, double Right, double Bottom)
{
    /// <summary>The pixels that stay: at least one, never more than there are. A pixel that is shown in part stays.</summary>
    public (int Left, int Top, int Width, int Height) Within(int width, int height)
    {
        var (left, across) = Range(Left, Right, width);
        var (top, down) = Range(Top, Bottom, height);
        return (left, top, across, down);
    }

    private static (int From, int Length) Range(double before, double after, int length)
    {
        var from = Math.Min((int)Math.Floor(Share(before) * length), length - 1);
        var until = Math.Max(length - (int)Math.Floor(Share(after) * length), from + 1);
        return (from, until - from);
    }

    private static double Share(double cut) => double.IsNaN(cut) ? 0 : Math.Clamp(cut, 0, 1);
}
