using System.Globalization;
using System.Text;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>
/// Writes the PDF of the copy: on each page its picture and, unseen over it, the words recognised there, in paragraphs that screen readers follow.
/// </summary>
internal sealed class PdfCopy : IDisposable
{
    private const int Catalogue = 1;
    private const int Tree = 2;
    private const int Root = 3;
    private const int Parents = 4;
    private const int Font = 5;
    private const int Info = 6;

    // Courier: every letter is six tenths of its size, so that a word can be fitted to its place without a table.
    private const double LetterWidth = 0.6;

    private readonly MemoryStream file = new();
    private readonly SortedDictionary<int, long> places = [];
    private readonly List<int> pages = [];
    private readonly List<int> paragraphs = [];
    private readonly StringBuilder byPage = new();
    private int last = Info;

    public static byte[] Write(IReadOnlyList<PdfPage> all)
    {
        using var copy = new PdfCopy();
        copy.Raw("%PDF-1.7\n%âãÏÓ\n");
        foreach (var page in all)
        {
            copy.Page(page);
        }

        copy.Close(Title(all));
        return copy.file.ToArray();
    }

    public void Dispose() => file.Dispose();

    /// <summary>What the first page says first: the title that a program noted is not seen on any page.</summary>
    private static string Title(IReadOnlyList<PdfPage> all)
    {
        var title = string.Join(' ', all[0].Words.Where(word => word.Paragraph == all[0].Words[0].Paragraph).Select(word => word.Text));
        return title.Length == 0 ? "Documento" : title[..Math.Min(title.Length, 120)];
    }

    private void Page(PdfPage page)
    {
        var (number, content, picture) = (++last, ++last, ++last);
        var groups = page.Words.GroupBy(word => word.Paragraph, StringComparer.Ordinal).ToList();
        var own = groups.Select(_ => ++last).ToList();
        Put(number, $"<</Type/Page/Parent {Tree} 0 R/MediaBox[0 0 {Text(page.Width)} {Text(page.Height)}]/Contents {content} 0 R/StructParents "
            + $"{pages.Count}/Tabs/S/Resources<</Font<</F {Font} 0 R>>/XObject<</P {picture} 0 R>>>>>>");
        Put(content, "", Encoding.Latin1.GetBytes(Content(page, groups)));
        Put(picture, $"/Type/XObject/Subtype/Image/Width {page.PixelsAcross}/Height {page.PixelsDown}{page.How}", page.Picture);
        foreach (var (mark, paragraph) in own.Index())
        {
            Put(paragraph, $"<</Type/StructElem/S/P/P {Root} 0 R/Pg {number} 0 R/K {mark}>>");
        }

        byPage.Append(CultureInfo.InvariantCulture, $"{pages.Count}[{string.Join(' ', own.Select(each => $"{each} 0 R"))}]");
        pages.Add(number);
        paragraphs.AddRange(own);
    }

    private static string Content(PdfPage page, List<IGrouping<string, PdfWord>> groups)
    {
        var content = new StringBuilder($"/Artifact BMC q {Text(page.Width)} 0 0 {Text(page.Height)} 0 0 cm /P Do Q EMC\n");
        foreach (var (mark, group) in groups.Index())
        {
            content.Append(CultureInfo.InvariantCulture, $"/P<</MCID {mark}>>BDC BT 3 Tr\n");
            foreach (var word in group)
            {
                var (size, letters) = (Math.Max(1, word.Bottom - word.Top), Math.Max(1, word.Text.Length));
                var stretch = (word.Right - word.Left) / (letters * LetterWidth * size) * 100;
                content.Append(CultureInfo.InvariantCulture,
                    $"/F {Text(size)} Tf {Text(Math.Clamp(stretch, 1, 1000))} Tz 1 0 0 1 {Text(word.Left)} {Text(page.Height - word.Bottom + (size * 0.2))} Tm "
                        + $"<{Hex(word.Text)}20> Tj\n");
            }

            content.Append("ET EMC\n");
        }

        return content.ToString();
    }

    private void Close(string title)
    {
        Put(Catalogue, $"<</Type/Catalog/Pages {Tree} 0 R/Lang(es-CO)/MarkInfo<</Marked true>>/StructTreeRoot {Root} 0 "
            + "R/ViewerPreferences<</DisplayDocTitle true>>>>");
        Put(Tree, $"<</Type/Pages/Count {pages.Count}/Kids[{string.Join(' ', pages.Select(page => $"{page} 0 R"))}]>>");
        Put(Root, $"<</Type/StructTreeRoot/K[{string.Join(' ', paragraphs.Select(each => $"{each} 0 R"))}]/ParentTree {Parents} 0 R>>");
        Put(Parents, $"<</Nums[{byPage}]>>");
        Put(Font, "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>");
        Put(Info, $"<</Title<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(title))}>>>");
        var start = file.Position;
        Raw($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Values.Select(place => $"{place:D10} 00000 n \n"))}");
        Raw($"trailer<</Size {places.Count + 1}/Root {Catalogue} 0 R/Info {Info} 0 R>>\nstartxref\n{start}\n%%EOF\n");
    }

    private void Put(int number, string body)
    {
        places[number] = file.Position;
        Raw($"{number} 0 obj\n{body}\nendobj\n");
    }

    private void Put(int number, string entries, byte[] data)
    {
        places[number] = file.Position;
        Raw($"{number} 0 obj\n<<{entries}/Length {data.Length}>>stream\n");
        file.Write(data);
        Raw("\nendstream\nendobj\n");
    }

    private void Raw(string text) => file.Write(Encoding.Latin1.GetBytes(text));

    // Letters that the plain fonts of a PDF do not have are left out of what is read aloud; they are still on the picture.
    private static string Hex(string text) =>
        Convert.ToHexString([.. text.Where(letter => letter is >= ' ' and <= '~' or >= '\u00A1' and <= 'ÿ').Select(letter => (byte)letter)]);

    private static string Text(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
