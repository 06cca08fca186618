using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Acervo.Tests.Platform.Documents;

/// <summary>A PDF as scanners make it: one grey picture a page and not a letter of text.</summary>
internal static class PicturePdf
{
    public static byte[] Of(IEnumerable<Drawing> pages, int resolution)
    {
        using var file = new MemoryStream();
        var kids = new List<int>();
        Write(file, "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n");
        var number = 3;
        foreach (var page in pages)
        {
            var (width, height) = (page.Width * 72.0 / resolution, page.Height * 72.0 / resolution);
            var draw = string.Create(CultureInfo.InvariantCulture, $"{width:0.##} 0 0 {height:0.##} 0 0 cm /I Do");
            kids.Add(number);
            Write(file, string.Create(CultureInfo.InvariantCulture,
                $"{number} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 {width:0.##} {height:0.##}]/Contents {number + 1} 0 R/Resources<</XObject<</I "
                    + $"{number + 2} 0 R>>>>>> endobj\n"));
            Write(file, $"{number + 1} 0 obj <</Length {draw.Length}>> stream\n{draw}\nendstream endobj\n");
            var packed = Packed(page.Dots);
            Write(file, $"{number + 2} 0 obj <</Type/XObject/Subtype/Image/Width {page.Width}/Height {page.Height}/ColorSpace/DeviceGray/BitsPerComponent "
                + $"8/Filter/FlateDecode/Length {packed.Length}>> stream\n");
            file.Write(packed);
            Write(file, "\nendstream endobj\n");
            number += 3;
        }

        Write(file, $"2 0 obj <</Type/Pages/Count {kids.Count}/Kids[{string.Join(' ', kids.Select(kid => $"{kid} 0 R"))}]>> endobj\ntrailer <</Root 1 "
            + "0 R>>\n%%EOF");
        return file.ToArray();
    }

    private static byte[] Packed(byte[] dots)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(dots);
        }

        return packed.ToArray();
    }

    private static void Write(Stream file, string text) => file.Write(Encoding.ASCII.GetBytes(text));
}
