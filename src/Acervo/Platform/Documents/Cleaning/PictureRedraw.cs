using System.Runtime.InteropServices;
using SkiaSharp;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>
/// Draws a PNG or JPEG picture anew: only the pixels that are shown go into the copy, the right way up, on white paper, and no byte of the
/// original. The first frame of a moving picture is what stays.
/// </summary>
internal static class PictureRedraw
{
    /// <summary>A photograph of a good telephone has 12 million; four bytes each, twice.</summary>
    public const long MostPixels = 50_000_000;

    private const int Quality = 92;
    private const byte NearWhite = 250;
    private const uint Opaque = 0xFF000000;

    /// <summary>The copy, of the same kind as the original; says what was seen through.</summary>
    public static (byte[] Bytes, bool WasClear) Draw(byte[] picture, PictureCrop crop = default)
    {
        using var data = SKData.CreateCopy(picture);
        using var codec = SKCodec.Create(data) ?? throw new InvalidDataException("The picture cannot be opened.");
        var (stored, wasClear) = Decode(codec);
        var (pixels, width, height) = PictureTurn.Apply(stored, codec.Info.Width, codec.Info.Height, (int)codec.EncodedOrigin);
        var (shown, across, down) = Cut(pixels, width, height, crop);
        return (Encode(shown, across, down, codec.EncodedFormat), wasClear);
    }

    private static (uint[] Pixels, bool WasClear) Decode(SKCodec codec)
    {
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width < 1 || height < 1 || (long)width * height > MostPixels)
        {
            throw new CleaningException($"Una imagen tiene demasiados puntos ({width} × {height}) para prepararla para publicación. Redúzcala y "
                + "súbala otra vez.");
        }

        var pixels = new uint[width * height];
        using var colours = SKColorSpace.CreateSrgb();
        var held = GCHandle.Alloc(pixels, GCHandleType.Pinned);
        try
        {
            var info = new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul, colours);
            if (codec.GetPixels(info, held.AddrOfPinnedObject()) != SKCodecResult.Success)
            {
                throw new InvalidDataException("The picture is damaged or cut short.");
            }
        }
        finally
        {
            held.Free();
        }

        return (pixels, Flatten(pixels));
    }

    /// <summary>Lays the picture on white paper; what was see-through no longer keeps a colour that nobody sees.</summary>
    private static bool Flatten(uint[] pixels)
    {
        var wasClear = false;
        for (var at = 0; at < pixels.Length; at++)
        {
            var pixel = pixels[at];
            if (pixel < Opaque)
            {
                wasClear = true;
                var alpha = pixel >> 24;
                pixel = Opaque | OnWhite(pixel, alpha) | (OnWhite(pixel >> 8, alpha) << 8) | (OnWhite(pixel >> 16, alpha) << 16);
            }

            // Letters almost as white as their paper are not seen either.
            pixels[at] = (byte)pixel >= NearWhite && (byte)(pixel >> 8) >= NearWhite && (byte)(pixel >> 16) >= NearWhite ? uint.MaxValue : pixel;
        }

        return wasClear;
    }

    private static uint OnWhite(uint channel, uint alpha) => (((channel & 0xFF) * alpha) + (255 * (255 - alpha)) + 127) / 255;

    private static (uint[] Pixels, int Width, int Height) Cut(uint[] pixels, int width, int height, PictureCrop crop)
    {
        var (left, top, across, down) = crop.Within(width, height);
        if (across == width && down == height)
        {
            return (pixels, width, height);
        }

        var shown = new uint[across * down];
        for (var y = 0; y < down; y++)
        {
            pixels.AsSpan(((top + y) * width) + left, across).CopyTo(shown.AsSpan(y * across));
        }

        return (shown, across, down);
    }

    private static byte[] Encode(uint[] pixels, int width, int height, SKEncodedImageFormat format)
    {
        // Scans and stamps are grey: a third of the bytes.
        var grey = Array.TrueForAll(pixels, pixel => (byte)pixel == (byte)(pixel >> 8) && (byte)pixel == (byte)(pixel >> 16));
        Array bytes = grey ? Array.ConvertAll(pixels, pixel => (byte)pixel) : pixels;
        var held = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        try
        {
            var info = new SKImageInfo(width, height, grey ? SKColorType.Gray8 : SKColorType.Rgba8888, SKAlphaType.Opaque);
            using var map = new SKPixmap(info, held.AddrOfPinnedObject());
            using var copy = format == SKEncodedImageFormat.Png ? map.Encode(SKPngEncoderOptions.Default) : map.Encode(new SKJpegEncoderOptions(Quality));
            return copy?.ToArray() ?? throw new InvalidDataException("The picture cannot be drawn again.");
        }
        finally
        {
            held.Free();
        }
    }
}
