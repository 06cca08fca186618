namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Turns the pixels of a picture the way up that the camera noted (1 to 8), four bytes a pixel.</summary>
internal static class PictureTurn
{
    public static (uint[] Pixels, int Width, int Height) Apply(uint[] pixels, int width, int height, int turn)
    {
        if (turn is < 2 or > 8)
        {
            return (pixels, width, height);
        }

        var (across, down) = turn >= 5 ? (height, width) : (width, height);
        var turned = new uint[pixels.Length];
        for (var y = 0; y < down; y++)
        {
            for (var x = 0; x < across; x++)
            {
                var (fromX, fromY) = Source(turn, x, y, width - 1, height - 1);
                turned[(y * across) + x] = pixels[(fromY * width) + fromX];
            }
        }

        return (turned, across, down);
    }

    // Where the pixel shown at x, y was stored.
    private static (int X, int Y) Source(int turn, int x, int y, int right, int bottom) => turn switch
    {
        2 => (right - x, y),
        3 => (right - x, bottom - y),
        4 => (x, bottom - y),
        5 => (y, x),
        6 => (y, bottom - x),
        7 => (right - y, bottom - x),
        _ => (right - y, x),
    };
}
