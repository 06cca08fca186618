using Acervo.Platform.Documents.Layout;
using Acervo.Platform.Documents.Pdf.Sight;
using Acervo.Platform.Forms.Reading;
using Acervo.Platform.Search;

namespace Acervo.Platform.Documents.Pdf;

/// <summary>
/// Decides page by page whether what a PDF says is read or what its page shows: a scan among pages of text, letters drawn as lines, and a layer of
/// recognised text that is not of words.
/// </summary>
internal sealed class PageRoads(IReadOnlyList<LayoutPage> seen, IReadOnlyList<PageBitmap> bitmaps, IReadOnlyDictionary<int, double> pictures, PdfSight sight)
{
    /// <summary>Letters of a page: fewer are none, and fewer than a stamp has may stand on a picture.</summary>
    private const int FewestLetters = 40;
    private const int StampLetters = 400;

    /// <summary>Share of a page that a picture covers when it is the page.</summary>
    private const double Covered = 0.5;

    /// <summary>Share of the longer words that Spanish knows, in a text that is one; and how many words tell.</summary>
    private const double Known = 0.6;
    private const int FewestWords = 8;
    private const int LeastWord = 4;

    private static readonly SpanishWordList Spanish = new(SpanishWordList.Usual);

    /// <summary>The numbers of the pages to recognise.</summary>
    public IReadOnlyList<int> Pictured()
    {
        var all = Enumerable.Range(1, seen.Count).ToList();
        return IsSilent ? all : all.FindAll(IsPicture);
    }

    /// <summary>Nothing that its text says is to be believed.</summary>
    private bool IsSilent => sight.IsLie || seen.Sum(Letters) == 0;

    /// <summary>Of a page that was recognised, what is believed: the picture, unless the words of the text are more.</summary>
    public bool IsPictureBetter(LayoutPage recognised) => IsSilent || sight.LiesOn(recognised.Number) || IsOnSide(seen[recognised.Number - 1])
        || Count(recognised) > Count(seen[recognised.Number - 1]);

    private bool IsPicture(int number)
    {
        var page = seen[number - 1];
        var letters = Letters(page);
        var covered = pictures.GetValueOrDefault(number) > page.Width * page.Height * Covered;
        if (sight.LiesOn(number) || IsOnSide(page))
        {
            return true;
        }

        return covered ? letters < StampLetters && !IsAllText(page) || !AreWords(page) : letters < FewestLetters && number <= bitmaps.Count && !IsAllText(page);
    }

    /// <summary>What is drawn belongs to the words, or nothing is.</summary>
    private bool IsAllText(LayoutPage page) => page.Number <= bitmaps.Count
        && (LoneText.Is([page], [bitmaps[page.Number - 1]]) || !bitmaps[page.Number - 1].Dots.Any(dot => dot < PageBitmap.Ink));

    /// <summary>Its lines run up or down the page, where nothing tells which word follows which.</summary>
    private static bool IsOnSide(LayoutPage page) => page.Segments.Sum(segment => segment.OnSide ? segment.Text.Length : -segment.Text.Length) > 0;

    private static bool AreWords(LayoutPage page)
    {
        var words = Long(page);
        return !Spanish.IsThere || words.Count < FewestWords || words.Count(Spanish.Has) >= words.Count * Known;
    }

    private static int Count(LayoutPage page) => Spanish.IsThere ? Long(page).Count(Spanish.Has) : Letters(page);

    private static List<string> Long(LayoutPage page) => [.. page.Segments.SelectMany(segment => Words.Folded(segment.Text))
        .Where(word => word.Length >= LeastWord && word.All(char.IsLetter))];

    private static int Letters(LayoutPage page) => page.Segments.Sum(segment => segment.Text.Count(char.IsLetter));
}
