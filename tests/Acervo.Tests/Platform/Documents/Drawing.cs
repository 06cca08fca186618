using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Acervo.Tests.Platform.Documents;

/// <summary>A grey picture that a test draws or spoils: paper under a lamp, a page laid askew, a cat.</summary>
internal sealed class Drawing(int width, int height, byte[] dots)
{
    public int Width => width;

    public int Height => height;

    public byte[] Dots => dots;

    /// <summary>The first picture of what pdftoppm prints with -gray.</summary>
    public static Drawing FromPgm(byte[] pgm)
    {
        var head = Encoding.ASCII.GetString(pgm, 0, 40).Split((char[])['\n', ' '], 5);
        var (wide, high) = (int.Parse(head[1], CultureInfo.InvariantCulture), int.Parse(head[2], CultureInfo.InvariantCulture));
        return new Drawing(wide, high, pgm[^(wide * high)..]);
    }

    /// <summary>Two ears, a round face, eyes and whiskers; not a letter anywhere.</summary>
    public static Drawing Cat()
    {
        var cat = new Drawing(900, 900, Enumerable.Repeat((byte)250, 900 * 900).ToArray());
        return cat.Repaint((x, y) => Circle(x, y, 450, 500, 300) || Ear(x, y, 250) || Ear(x, y, 650)
            ? (Circle(x, y, 340, 430, 45) || Circle(x, y, 560, 430, 45) || Circle(x, y, 450, 560, 30) ? (byte)20 : (byte)150) : (byte)250);
    }

    /// <summary>Turned by some degrees around its middle, as a sheet laid askew.</summary>
    public Drawing Turned(double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return Repaint((x, y) => At(width / 2.0 + (x - width / 2.0) * cos + (y - height / 2.0) * sin,
            height / 2.0 - (x - width / 2.0) * sin + (y - height / 2.0) * cos));
    }

    /// <summary>Turned clockwise by quarters of a turn.</summary>
    public Drawing Quarters(int quarters)
    {
        if (quarters == 0)
        {
            return this;
        }

        var turned = new byte[dots.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                turned[x * height + (height - 1 - y)] = dots[y * width + x];
            }
        }

        var (across, down) = (height, width);
        return new Drawing(across, down, turned).Quarters(quarters - 1);
    }

    /// <summary>Light falls from one corner and leaves the other in shadow; the camera adds grain.</summary>
    public Drawing Photographed(double darkest, int grain, int seed)
    {
        var random = new Random(seed);
        return Repaint((x, y) => (byte)Math.Clamp(dots[y * width + x] * (1 - (1 - darkest) * ((double)x / width * 0.6 + (double)y / height * 0.4))
            + random.Next(-grain, grain + 1), 0, 255));
    }

    public byte[] ToPng()
    {
        using var rows = new MemoryStream();
        using (var packed = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                packed.WriteByte(0);
                packed.Write(dots, y * width, width);
            }
        }

        var size = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(size, width);
        BinaryPrimitives.WriteInt32BigEndian(size.AsSpan(4), height);
        size[8] = 8;
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", size), .. Chunk("IDAT", rows.ToArray()), .. Chunk("IEND", [])];
    }

    private Drawing Repaint(Func<int, int, byte> dot)
    {
        var painted = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                painted[y * width + x] = dot(x, y);
            }
        }

        return new Drawing(width, height, painted);
    }

    /// <summary>The grey between four dots; outside the paper lies a dark table.</summary>
    private byte At(double x, double y)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height)
        {
            return 235;
        }

        var (right, down) = (x - left, y - top);
        return (byte)(dots[top * width + left] * (1 - right) * (1 - down) + dots[top * width + left + 1] * right * (1 - down)
            + dots[(top + 1) * width + left] * (1 - right) * down + dots[(top + 1) * width + left + 1] * right * down);
    }

    private static bool Circle(int x, int y, int middleX, int middleY, int radius) =>
        (x - middleX) * (x - middleX) + (y - middleY) * (y - middleY) < radius * radius;

    private static bool Ear(int x, int y, int tip) => y is > 120 and < 400 && Math.Abs(x - tip) < (y - 120) / 3;

    private static byte[] Chunk(string name, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. data];
        var length = new byte[4];
        var check = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(check, Checksum(named));
        return [.. length, .. named, .. check];
    }

    /// <summary>The CRC that a PNG asks for.</summary>
    private static uint Checksum(byte[] data)
    {
        var sum = uint.MaxValue;
        foreach (var value in data)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1;
            }
        }

        return ~sum;
    }
}
