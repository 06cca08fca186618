using System.Text;

namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>The ways to keep a word in a picture where nobody sees it.</summary>
internal static class HiddenPictures
{
    private const string Word = "CANARIO-escondido";

    private static readonly byte[] Secret = Encoding.Latin1.GetBytes(Word);

    public static readonly IReadOnlyDictionary<string, Func<byte[]>> Ways = new Dictionary<string, Func<byte[]>>(StringComparer.Ordinal)
    {
        ["png: text"] = () => Png(("tEXt", [.. "Comment\0"u8, .. Secret])),
        ["png: packed text"] = () => Png(("zTXt", [.. "Comment\0\0"u8, .. Pictures.Deflated(Secret)])),
        ["png: international text"] = () => Png(("iTXt", [.. "Comment\0\0\0es\0\0"u8, .. Secret])),
        ["png: EXIF"] = () => Png(("eXIf", [.. "MM\0*"u8, 0, 0, 0, 8, 0, 0, .. Secret])),
        ["png: name of the colour profile"] = () => Png(("iCCP", [.. Secret, 0, 0, .. Pictures.Deflated(Secret)])),
        ["png: private chunk"] = () => Png(("prVt", Secret)),
        ["png: suggested palette"] = () => Png(("sPLT", [.. Secret, 0, 8])),
        ["png: chunk of an animation"] = () => Png(("fdAT", [0, 0, 0, 1, .. Secret])),
        ["png: after the end"] = () => [.. Png(), .. Secret],
        ["png: colours of clear pixels"] = () => Pictures.Png(6, [.. Secret.Append((byte)'.').Chunk(3).SelectMany(three => three.Append((byte)0))]),
        ["png: palette entries that no pixel uses"] = () => Pictures.Png(2, 3, 1, [0, 0], [("PLTE", [255, 255, 255, .. Secret, 0])]),
        ["jpeg: comment"] = () => Pictures.Jpeg(Pictures.Segment(0xFE, Secret)),
        ["jpeg: EXIF"] = () => Pictures.Jpeg(Pictures.Segment(0xE1, [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 0, .. Secret])),
        ["jpeg: XMP"] = () => Pictures.Jpeg(Pictures.Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Secret])),
        ["jpeg: Photoshop"] = () => Pictures.Jpeg(Pictures.Segment(0xED, [.. "Photoshop 3.0\0"u8, .. Secret])),
        ["jpeg: colour profile"] = () => Pictures.Jpeg(Pictures.Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. Secret])),
        ["jpeg: thumbnail of JFIF"] = () => Pictures.Jpeg(Pictures.Segment(0xE0, [.. "JFXX\0"u8, 0x10, .. Secret])),
        ["jpeg: a second picture after the first"] = () => [.. Pictures.Jpeg(), .. Pictures.Jpeg(Pictures.Segment(0xFE, Secret))],
        ["jpeg: letters in an Adobe segment"] = () => Pictures.Jpeg(Pictures.Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1, .. Secret])),
        ["jpeg: a table that no scan uses"] = () => Pictures.Jpeg(Pictures.Segment(0xDB, [3, .. Secret, .. new byte[64 - Secret.Length]])),
    };

    private static byte[] Png(params (string Type, byte[] Data)[] chunks) => Pictures.Png(2, 2, 3, [200, 30, 40, 10, 20, 250], chunks);
}
