using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using SkiaSharp;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The picture of one page, three bytes a pixel, as poppler drew it; differences that no eye sees are levelled out.</summary>
internal sealed class PdfPagePicture(byte[] pixels, int width, int height)
{
    private const int NearWhite = 248;
    private const int NearBlack = 7;
    private const int Quality = 85;
    private const int Reach = 4;

    public int Width => width;

    public int Height => height;

    /// <summary>From a portable pixmap («P6»).</summary>
    public static PdfPagePicture Read(byte[] file)
    {
        var head = Encoding.ASCII.GetString(file, 0, Math.Min(40, file.Length)).Split((char[])[' ', '\n'], 5);
        if (head is not ["P6", var across, var down, "255", _] || !int.TryParse(across, out var width) || !int.TryParse(down, out var height))
        {
            throw new InvalidDataException("The page was not drawn.");
        }

        var start = 3 + across.Length + 1 + down.Length + 1 + 4;
        var pixels = file[start..];
        return pixels.Length == 3L * width * height ? new PdfPagePicture(pixels, width, height) : throw new InvalidDataException("The page was drawn in part.");
    }

    public byte[] Write() => [.. Encoding.ASCII.GetBytes($"P6\n{width} {height}\n255\n"), .. pixels];

    /// <summary>Whether something stands out from its ground inside these bounds.</summary>
    public bool HasInk(PdfWord word)
    {
        var (left, top, right, bottom) = Bounds(word);
        if (left >= right || top >= bottom)
        {
            return false;
        }

        var (dark, light) = (SeenColour.White, SeenColour.Black);
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                var colour = At(x, y);
                dark = Shade(colour) < Shade(dark) ? colour : dark;
                light = Shade(colour) > Shade(light) ? colour : light;
            }
        }

        return dark.IsSeenOn(light);
    }

    /// <summary>Paints over what nobody reads with the colour beside it.</summary>
    public void Cover(PdfWord word)
    {
        var (left, top, right, bottom) = Bounds(word);
        if (left >= right || top >= bottom)
        {
            return;
        }

        // Letters reach a little over their bounds: what stands there is painted over only if it cannot be read either.
        var paper = At(Math.Max(0, left - Reach), Math.Max(0, top - Reach));
        for (var y = Math.Max(0, top - Reach); y < Math.Min(height, bottom + Reach); y++)
        {
            for (var x = Math.Max(0, left - Reach); x < Math.Min(width, right + Reach); x++)
            {
                if ((y >= top && y < bottom && x >= left && x < right) || !At(x, y).IsSeenOn(paper))
                {
                    (pixels[Place(x, y)], pixels[Place(x, y) + 1], pixels[Place(x, y) + 2]) = (paper.Red, paper.Green, paper.Blue);
                }
            }
        }
    }

    /// <summary>Makes almost white white, and almost black black.</summary>
    public void Level()
    {
        for (var at = 0; at < pixels.Length; at += 3)
        {
            var pixel = pixels.AsSpan(at, 3);
            if (pixel[0] >= NearWhite && pixel[1] >= NearWhite && pixel[2] >= NearWhite)
            {
                pixel.Fill(255);
            }
            else if (pixel[0] <= NearBlack && pixel[1] <= NearBlack && pixel[2] <= NearBlack)
            {
                pixel.Clear();
            }
        }
    }

    /// <summary>The picture packed for a PDF: letters without loss when that is smaller, else as a photograph.</summary>
    public (byte[] Bytes, string How) Pack()
    {
        var isGrey = true;
        for (var at = 0; at < pixels.Length && isGrey; at += 3)
        {
            isGrey = pixels[at] == pixels[at + 1] && pixels[at] == pixels[at + 2];
        }

        var samples = isGrey ? Grey() : pixels;
        var (whole, photograph) = (Deflated(samples), Jpeg(samples, isGrey));
        var space = isGrey ? "/DeviceGray" : "/DeviceRGB";
        return whole.Length <= photograph.Length
            ? (whole, $"/ColorSpace{space}/BitsPerComponent 8/Filter/FlateDecode")
            : (photograph, $"/ColorSpace{space}/BitsPerComponent 8/Filter/DCTDecode");
    }

    private byte[] Grey()
    {
        var grey = new byte[pixels.Length / 3];
        for (var at = 0; at < grey.Length; at++)
        {
            grey[at] = pixels[at * 3];
        }

        return grey;
    }

    private byte[] Jpeg(byte[] samples, bool isGrey)
    {
        var bytes = isGrey ? samples : WithFourth(samples);
        var held = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        try
        {
            using var map = new SKPixmap(new SKImageInfo(width, height, isGrey ? SKColorType.Gray8 : SKColorType.Rgba8888, SKAlphaType.Opaque),
                held.AddrOfPinnedObject());
            using var copy = map.Encode(new SKJpegEncoderOptions(Quality));
            return copy?.ToArray() ?? throw new InvalidDataException("The page cannot be packed.");
        }
        finally
        {
            held.Free();
        }
    }

    private static byte[] WithFourth(byte[] samples)
    {
        var four = new byte[samples.Length / 3 * 4];
        for (int from = 0, to = 0; from < samples.Length; from += 3, to += 4)
        {
            (four[to], four[to + 1], four[to + 2], four[to + 3]) = (samples[from], samples[from + 1], samples[from + 2], 255);
        }

        return four;
    }

    private static byte[] Deflated(byte[] data)
    {
        using var target = new MemoryStream();
        using (var zlib = new ZLibStream(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(data);
        }

        return target.ToArray();
    }

    private (int Left, int Top, int Right, int Bottom) Bounds(PdfWord word) =>
        ((int)Math.Clamp(word.Left, 0, width), (int)Math.Clamp(word.Top, 0, height), (int)Math.Clamp(Math.Ceiling(word.Right), 0, width),
        (int)Math.Clamp(Math.Ceiling(word.Bottom), 0, height));

    private static int Shade(SeenColour colour) => (2 * colour.Red) + (7 * colour.Green) + colour.Blue;

    private SeenColour At(int x, int y) => new(pixels[Place(x, y)], pixels[Place(x, y) + 1], pixels[Place(x, y) + 2]);

    private int Place(int x, int y) => ((y * width) + x) * 3;
}
