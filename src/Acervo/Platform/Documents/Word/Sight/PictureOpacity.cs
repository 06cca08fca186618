using SkiaSharp;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Whether a picture lets through what lies behind it: signatures and stamps do, photographs do not.</summary>
internal static class PictureOpacity
{
    private const long MostDots = 40_000_000;
    private const double Covering = 0.8;
    private const byte Solid = 200;
    private const int Looked = 200;

    public static bool IsOpaque(byte[]? file)
    {
        if (file is null)
        {
            return false;
        }

        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        // What cannot be opened here (a drawing of Windows) may cover.
        if (codec is null || codec.Info.AlphaType == SKAlphaType.Opaque)
        {
            return true;
        }

        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        if ((long)info.Width * info.Height > MostDots)
        {
            return true;
        }

        using var bitmap = new SKBitmap(info);
        return codec.GetPixels(info, bitmap.GetPixels()) != SKCodecResult.Success || Share(bitmap) >= Covering;
    }

    private static double Share(SKBitmap picture)
    {
        var (across, down) = (Math.Max(picture.Width / Looked, 1), Math.Max(picture.Height / Looked, 1));
        var (solid, all) = (0, 0);
        for (var y = 0; y < picture.Height; y += down)
        {
            for (var x = 0; x < picture.Width; x += across)
            {
                solid += picture.GetPixel(x, y).Alpha >= Solid ? 1 : 0;
                all++;
            }
        }

        return (double)solid / all;
    }
}
