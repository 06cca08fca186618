using System.Globalization;
using System.Text;
using Acervo.Platform.Documents.Layout;

namespace Acervo.Platform.Documents.Pdf.Sight;

/// <summary>How the letters of the common faces look, drawn once for a whole file: what the pictures of its words are compared with.</summary>
internal sealed class LetterFaces
{
    private const int Size = 30;
    private const int Cell = 44;
    private const int Across = 16;
    private const int FirstCode = 33;
    private const double Ascent = 0.9;
    private const double LineHeight = 1.11;

    /// <summary>Signs of common use whose place in a font of a PDF is not their number.</summary>
    private const string Typographic = "…‘’“”•–—";

    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    private static readonly byte[] TypographicCodes = [0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97];

    /// <summary>The most common one first: most words need no other.</summary>
    private static readonly string[] Fonts = ["Helvetica", "Times-Roman", "Helvetica-Bold", "Courier", "Times-Bold", "Helvetica-Oblique", "Times-Italic"];

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly IReadOnlyList<LetterFace> faces;

    private LetterFaces(IReadOnlyList<LetterFace> faces) => this.faces = faces;

    public static async Task<LetterFaces> DrawAsync(WorkFolder folder, CancellationToken cancel)
    {
        var file = folder.File("letras.pdf");
        await File.WriteAllBytesAsync(file, Write(), cancel);
        var drawn = PageBitmap.ReadAll(await ExternalTool.RunAsync("pdftoppm", ["-gray", "-r", "72", "-aa", "no", file], Limit, cancel), 72);
        return new LetterFaces([.. drawn.Select(Face)]);
    }

    /// <summary>The letters as these faces have them, without the signs that they lack; ligatures taken apart.</summary>
    public static byte[] Codes(string text) =>
        [.. text.SelectMany(letter => letter is >= '\uFB00' and <= '\uFB06' ? Ligatures[letter - '\uFB00'] : letter.ToString()).Select(Code)
        .Where(code => code != 0)];

    private static byte Code(char letter)
    {
        var at = Typographic.IndexOf(letter, StringComparison.Ordinal);
        return at >= 0 ? TypographicCodes[at] : letter is > ' ' and < (char)256 and not (>= (char)127 and <= (char)160) ? (byte)letter : (byte)0;
    }

    /// <summary>How much the ink is like the word in the face that it is most like, and which that is; the first good enough will do.</summary>
    public (double Likeness, int Face) Likeness(IReadOnlyList<WordStrokes> inks, byte[] codes, double enough)
    {
        var best = (Likeness: -1.0, Face: 0);
        for (var face = 0; face < faces.Count && best.Likeness < enough; face++)
        {
            var likeness = In(face, inks, codes, enough);
            best = likeness > best.Likeness ? (likeness, face) : best;
        }

        return best;
    }

    /// <summary>The same in one face.</summary>
    public double In(int face, IReadOnlyList<WordStrokes> inks, byte[] codes, double enough)
    {
        var best = -1.0;
        for (var ink = 0; ink < inks.Count && face < faces.Count && best < enough; ink++)
        {
            best = Math.Max(best, faces[face].Shape(codes, inks[ink].Trim) is { } meant && inks[ink].Shape(meant.Columns) is { } seen
                ? WordLikeness.Between(seen, meant) : -1);
        }

        return best;
    }

    private static byte[] Write()
    {
        var (width, height) = (Across * Cell, (256 - FirstCode + Across - 1) / Across * Cell);
        var draw = new StringBuilder();
        for (var code = FirstCode; code < 256; code++)
        {
            var (x, y) = Corner(code);
            draw.Append(CultureInfo.InvariantCulture, $"1 0 0 1 {x + 6} {height - y - 6 - (Ascent * Size)} Tm <{code:x2}> Tj\n");
        }

        var file = new StringBuilder("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n");
        file.Append(CultureInfo.InvariantCulture,
            $"2 0 obj <</Type/Pages/Count {Fonts.Length}/Kids[{string.Join(' ', Fonts.Select((_, at) => $"{at + 4} 0 R"))}]>> endobj\n")
            .Append(CultureInfo.InvariantCulture, $"3 0 obj <</Length {draw.Length + 20}>> stream\nBT /F {Size} Tf\n{draw}ET\nendstream endobj\n");
        foreach (var (at, font) in Fonts.Index())
        {
            file.Append(CultureInfo.InvariantCulture,
                $"{at + 4} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Contents 3 0 "
                    + $"R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/{font}/Encoding/WinAnsiEncoding>>>>>>>> endobj\n");
        }

        return Encoding.Latin1.GetBytes(file.Append("trailer <</Root 1 0 R>>\n%%EOF").ToString());
    }

    private static LetterFace Face(PageBitmap page)
    {
        var letters = new LetterPicture?[256];
        for (var code = FirstCode; code < 256; code++)
        {
            var (x, y) = Corner(code);
            letters[code] = LetterPicture.Of(page, x, y + 6, Cell, (int)Math.Round(LineHeight * Size));
        }

        return new LetterFace(letters, Size);
    }

    private static (int X, int Y) Corner(int code) => ((code - FirstCode) % Across * Cell, (code - FirstCode) / Across * Cell);
}
