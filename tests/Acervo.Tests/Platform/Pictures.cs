using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

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

    /// <summary>A JPEG in form, not in pixels; its EXIF says the camera was turned (6).</summary>
    public static byte[] Jpeg(string secret)
    {
        byte[] exif = [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, .. Encoding.Latin1.GetBytes(secret)];
        return
        [
            0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]), .. Segment(0xE1, exif), .. Segment(0xE1, Encoding.Latin1.GetBytes("http://ns.adobe.com/xap/1.0/\0" + secret)),
            .. Segment(0xED, Encoding.Latin1.GetBytes("Photoshop 3.0\0" + secret)), .. Segment(0xFE, Encoding.Latin1.GetBytes(secret)), .. Segment(0xDB, new byte[65]),
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9, .. Encoding.Latin1.GetBytes(secret),
        ];
    }

    private static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    private static byte[] Deflated(byte[] data)
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
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        file.Write(number);
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
