using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Acervo.Platform.Documents.Cleaning;

namespace Acervo.Platform.Documents.Scan;

/// <summary>
/// Lays a photograph on a page of its own, the way up that the camera noted, so that it takes the same road as a scanned page: light
/// evened, lines levelled, borders found. The picture goes in as it is; whatever draws PDF unpacks it.
/// </summary>
internal static class PicturePage
{
    /// <summary>Width of a letter page and the most that the other side may have, in points.</summary>
    private const double Short = 612;
    private const double Long = 1400;

    /// <summary>A PDF of one page; null for a picture that a PDF cannot hold as it is (with transparency, interlaced, in printer's colours).</summary>
    public static byte[]? AsPdf(byte[] file)
    {
        try
        {
            return JpegMetadata.IsJpeg(file) ? Jpeg(file) : PngMetadata.IsPng(file) ? Png(file) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static byte[]? Jpeg(byte[] file)
    {
        var turn = ExifOrientation.None;
        foreach (var segment in JpegMetadata.Segments(file))
        {
            var bytes = file.AsSpan(segment.Start, segment.Length);
            if (segment.Marker == 0xE1 && turn == ExifOrientation.None)
            {
                turn = ExifOrientation.Read(bytes);
            }
            else if (segment.Marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC) && bytes.Length > 9)
            {
                var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(bytes[5..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[7..]));
                return segment.Marker <= 0xC2 && bytes[4] == 8 && bytes[9] is 1 or 3
                    ? Page(JpegMetadata.Strip(file), width, height, turn, $"/ColorSpace/{Colours(bytes[9])}/BitsPerComponent 8/Filter/DCTDecode") : null;
            }
        }

        return null;
    }

    private static byte[]? Png(byte[] file)
    {
        using var data = new MemoryStream();
        var (head, palette, isSolid) = (Array.Empty<byte>(), Array.Empty<byte>(), true);
        foreach (var (type, start, length) in PngMetadata.Chunks(file))
        {
            var bytes = file.AsSpan(start, length);
            switch (type)
            {
                case "IHDR": head = bytes.ToArray(); break;
                case "PLTE": palette = bytes.ToArray(); break;
                case "IDAT": data.Write(bytes); break;
                case "tRNS": isSolid = false; break;
            }
        }

        if (!isSolid || head is not [_, _, _, _, _, _, _, _, <= 8, 0 or 2 or 3, 0, 0, 0])
        {
            return null;
        }

        var (width, height, depth, colour) = (BinaryPrimitives.ReadInt32BigEndian(head), BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(4)), head[8], head[9]);
        var channels = colour == 2 ? 3 : 1;
        var space = colour == 3 ? $"[/Indexed/DeviceRGB {(palette.Length / 3) - 1}<{Convert.ToHexString(palette)}>]" : $"/{Colours(channels)}";
        return Page(
            data.ToArray(), width, height, ExifOrientation.None,
            $"/ColorSpace{space}/BitsPerComponent {depth}/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors {channels}/BitsPerComponent "
                + $"{depth}/Columns {width}>>");
    }

    private static string Colours(int channels) => channels == 1 ? "DeviceGray" : "DeviceRGB";

    private static byte[]? Page(byte[] picture, int width, int height, ushort turn, string how)
    {
        if (width < 1 || height < 1)
        {
            return null;
        }

        var (across, up) = turn >= 5 ? (height, width) : (width, height);
        var scale = Math.Min(Short / Math.Min(across, up), Long / Math.Max(across, up));
        var (wide, high) = (across * scale, up * scale);
        var draw = string.Create(CultureInfo.InvariantCulture, $"{Place(turn, wide, high)} cm /I Do");
        using var file = new MemoryStream();
        List<long> starts = [];
        Write($"%PDF-1.4\n");
        Begin($"<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        Begin($"<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n");
        Begin($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {wide:0.##} {high:0.##}]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>\nendobj\n");
        Begin($"<</Length {draw.Length}>> stream\n{draw}\nendstream\nendobj\n");
        Begin($"<</Type/XObject/Subtype/Image/Width {width}/Height {height}{how}/Length {picture.Length}>> stream\n");
        file.Write(picture);
        Write($"\nendstream\nendobj\n");

        // With a table of where each part begins nobody has to look for parts inside the picture, where anything may be written.
        var table = file.Length;
        Write($"xref\n0 {starts.Count + 1}\n0000000000 65535 f \n");
        starts.ForEach(start => Write($"{start:0000000000} 00000 n \n"));
        Write($"trailer <</Size {starts.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();

        void Begin(FormattableString text)
        {
            starts.Add(file.Length);
            Write($"{starts.Count} 0 obj ");
            Write(text);
        }

        void Write(FormattableString text) => file.Write(Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>The matrix that puts the unit square of the picture on the page, for each of the eight turns of EXIF.</summary>
    private static string Place(ushort turn, double wide, double high)
    {
        double[] matrix = turn switch
        {
            2 => [-wide, 0, 0, high, wide, 0],
            3 => [-wide, 0, 0, -high, wide, high],
            4 => [wide, 0, 0, -high, 0, high],
            5 => [0, -high, -wide, 0, wide, high],
            6 => [0, -high, wide, 0, 0, high],
            7 => [0, high, wide, 0, 0, 0],
            8 => [0, high, -wide, 0, wide, 0],
            _ => [wide, 0, 0, high, 0, 0],
        };
        return string.Join(' ', matrix.Select(number => number.ToString("0.##", CultureInfo.InvariantCulture)));
    }
}
