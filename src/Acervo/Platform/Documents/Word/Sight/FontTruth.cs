using System.Globalization;
using System.Xml.Linq;
using SkiaSharp;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Fonts of a file that do not draw its letters: embedded ones whose letters are empty, and names that stand for a font of signs.</summary>
internal static class FontTruth
{
    private const int KeyLength = 16;
    private const int Hidden = 32;
    private const string Tried = "aeiorstnlAEIORSTNL";

    /// <summary>The names of such fonts.</summary>
    /// <param name="fonts">The root of the table of fonts.</param>
    /// <param name="open">Opens a font by the name of its relationship.</param>
    public static IEnumerable<string> Blank(XElement? fonts, Func<string, byte[]?> open)
    {
        foreach (var font in fonts?.Elements(W + "font") ?? [])
        {
            var embedded = font.Elements().Where(each => each.Name.LocalName.StartsWith("embed", StringComparison.Ordinal)).ToList();
            if (font.Text("name") is { } name
                && (LetterLook.IsOfSigns(font.Element(W + "altName").Val())
                || embedded.Exists(each => open(each.Text("id") ?? "") is { } file && IsBlank(file, each.Text("fontKey")))))
            {
                yield return name;
            }
        }
    }

    private static bool IsBlank(byte[] file, string? key)
    {
        using var data = SKData.CreateCopy(Plain(file, key));
        using var face = SKTypeface.FromData(data);
        if (face is null)
        {
            return false;
        }

        using var font = new SKFont(face, 100);
        return Tried.All(letter =>
        {
            var glyph = font.GetGlyph(letter);
            if (glyph == 0)
            {
                return false;
            }

            using var path = font.GetGlyphPath(glyph);
            return path is null || path.Bounds.Width * path.Bounds.Height < 1;
        });
    }

    /// <summary>The first bytes of an embedded font are hidden with its key, from the last digit to the first.</summary>
    private static byte[] Plain(byte[] file, string? key)
    {
        var digits = (key ?? "").Trim('{', '}').Replace("-", "", StringComparison.Ordinal);
        if (digits.Length != KeyLength * 2 || !digits.All(char.IsAsciiHexDigit))
        {
            return file;
        }

        var plain = (byte[])file.Clone();
        for (var at = 0; at < Math.Min(Hidden, plain.Length); at++)
        {
            plain[at] ^= byte.Parse(digits.AsSpan((KeyLength - 1 - (at % KeyLength)) * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }

        return plain;
    }
}
