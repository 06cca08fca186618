using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace Acervo.Tests.Platform;

/// <summary>Tiny pictures made by hand, plain or with texts hidden in their metadata.</summary>
internal static class Pictures
{
    public static byte[] Png(string? secret = null)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
        if (secret is not null)
        {
            Chunk(file, "tEXt", Encoding.Latin1.GetBytes("Author\0" + secret));
            Chunk(file, "eXIf", Encoding.Latin1.GetBytes("MM\0*" + secret));
        }

        Chunk(file, "IDAT", Deflated([0, 200, 30, 40]));
        Chunk(file, "IEND", []);
        file.Write(Encoding.Latin1.GetBytes(secret ?? ""));
        return file.ToArray();
    }

    /// <summary>A PNG of true colour with transparency: these pixels, row by row, and these chunks before them.</summary>
    public static byte[] Png(int width, byte[] rgba, params (string Type, byte[] Data)[] chunks) => Png(width, 6, 4, rgba, chunks);

    /// <summary>A PNG with eight bits a channel in any of its colour types; it may say another height than its rows.</summary>
    public static byte[] Png(int width, byte colourType, int channels, byte[] samples, (string Type, byte[] Data)[] chunks, int? height = null)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var rows = samples.Chunk(width * channels).ToList();
        Chunk(file, "IHDR", [.. Number(width), .. Number(height ?? rows.Count), 8, colourType, 0, 0, 0]);
        chunks.ToList().ForEach(chunk => Chunk(file, chunk.Type, chunk.Data));
        Chunk(file, "IDAT", Deflated([.. rows.SelectMany(row => row.Prepend((byte)0))]));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>A JPEG of eight rows by sixteen columns, red on the left; its EXIF says the camera was turned (6).</summary>
    public static byte[] Jpeg(string secret)
    {
        byte[] exif = [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, .. Encoding.Latin1.GetBytes(secret)];
        return
        [
            .. Jpeg(
                Segment(0xE1, exif), Segment(0xE1, Encoding.Latin1.GetBytes("http://ns.adobe.com/xap/1.0/\0" + secret)),
                Segment(0xED, Encoding.Latin1.GetBytes("Photoshop 3.0\0" + secret)), Segment(0xFE, Encoding.Latin1.GetBytes(secret))),
            .. Encoding.Latin1.GetBytes(secret),
        ];
    }

    /// <summary>The same picture with these segments after its beginning.</summary>
    public static byte[] Jpeg(params byte[][] segments)
    {
        using var picture = new SKBitmap(16, 8);
        picture.Erase(SKColors.Blue);
        picture.Erase(SKColors.Red, new SKRectI(0, 0, 8, 8));
        using var encoded = picture.Encode(SKEncodedImageFormat.Jpeg, 95);
        var bytes = encoded.ToArray();
        return [.. bytes[..2], .. segments.SelectMany(segment => segment), .. bytes[2..]];
    }

    /// <summary>The pixels of a picture as anybody sees them.</summary>
    public static SKColor[,] Pixels(byte[] file)
    {
        using var picture = SKBitmap.Decode(file);
        var pixels = new SKColor[picture.Height, picture.Width];
        foreach (var at in Enumerable.Range(0, picture.Width * picture.Height))
        {
            pixels[at / picture.Width, at % picture.Width] = picture.GetPixel(at % picture.Width, at / picture.Width);
        }

        return pixels;
    }

    public static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    public static byte[] Deflated(byte[] data)
    {
        using var target = new MemoryStream();
        using (var zlib = new ZLibStream(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(data);
        }

        return target.ToArray();
    }

    private static void Chunk(MemoryStream file, string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        file.Write(Number(data.Length));
        file.Write(body);
        file.Write(Number((int)Crc(body)));
    }

    private static byte[] Number(int value)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, value);
        return number;
    }

    private static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
