using Acervo.Platform.Documents.Layout;

namespace Acervo.Platform.Documents.Pdf.Sight;

/// <summary>
/// Compares what a PDF says that it holds with what is drawn on its pages. Each word must have ink at its place, and the ink must look like
/// the word: where it does not, the word is recognised from its picture, and the picture is believed.
/// </summary>
internal sealed class PdfSight(string path, WorkFolder folder, IReadOnlyList<string> laid)
{
    public const int Resolution = 100;

    /// <summary>Pages beyond are drawn by nobody here.</summary>
    public const int MostPages = 40;

    private const double LeastHeight = 3;
    private const double LeastAdvance = 0.12;
    private const double Trim = 0.12;

    private readonly List<(int Page, HiddenPassage Passage)> hidden = [];
    private readonly List<(int Page, HiddenPassage Passage)> undrawn = [];
    private IReadOnlySet<int> lies = new HashSet<int>();

    public IReadOnlyList<string> Findings { get; private set; } = [];

    /// <summary>So much is drawn otherwise than it is written that only the pictures of the pages can be believed.</summary>
    public bool IsLie { get; private set; }

    /// <summary>The same of one page, by its number.</summary>
    public bool LiesOn(int page) => lies.Contains(page);

    /// <summary>What is not seen on pages whose text is read.</summary>
    public HiddenText? Told(IReadOnlySet<int> pictured) =>
        HiddenText.Of(hidden.Concat(undrawn).Where(each => !pictured.Contains(each.Page)).Select(each => each.Passage));

    /// <summary>Words that lie under the pictures of these pages, or for machines alone.</summary>
    public IEnumerable<string> Undrawn(IReadOnlySet<int> pictured) =>
        undrawn.Where(each => pictured.Contains(each.Page)).Select(each => each.Passage.Text);

    public async Task<IReadOnlyList<LayoutPage>> ClearAsync(IReadOnlyList<LayoutPage> pages, IReadOnlyList<IReadOnlyList<PdfWord>> words,
        IReadOnlyList<PageWindow> windows, IReadOnlyList<PageBitmap> bitmaps, LetterFaces faces, CancellationToken cancel)
    {
        var pieces = pages.Select((page, index) => new PdfPieces(page, index < words.Count ? words[index] : [], laid)).ToList();
        var drawn = Math.Min(pieces.Count, bitmaps.Count);
        for (var page = 0; page < pieces.Count; page++)
        {
            foreach (var piece in pieces[page].All)
            {
                piece.Loss = LossOf(piece, page < windows.Count ? windows[page] : null, page < drawn ? bitmaps[page] : null);
            }
        }

        await CompareAsync([.. pieces.Take(drawn)], bitmaps, faces, cancel);
        foreach (var (at, page) in pieces.Index())
        {
            Tell(page, pages[at].Number);
            if (page.Unread.Count > 0)
            {
                undrawn.Add((pages[at].Number, new HiddenPassage("No se dibuja", string.Join(' ', page.Unread.Select(word => word.Text)))));
            }
        }

        Findings = [.. Findings, .. pages.Count > drawn ? [$"Desde la página {drawn + 1} no se comparó lo escrito con lo que se ve."] : Array.Empty<string>()];
        return [.. pieces.Select(page => page.Seen())];
    }

    private static string? LossOf(PdfPiece piece, PageWindow? window, PageBitmap? bitmap)
    {
        var word = piece.Word;
        if (window is not null && !window.Shows(word))
        {
            return "Fuera de la página";
        }

        var (along, across) = (Math.Max(word.Width, word.Height), Math.Min(word.Width, word.Height));
        if (piece.IsText && word.Text.Length > 1 && (across < LeastHeight || along < LeastAdvance * across * word.Text.Length) || along < LeastHeight)
        {
            return "Demasiado pequeño para leerse";
        }

        return bitmap is null || WordInk.Of(bitmap, word, piece.Shade, piece.IsText ? Trim : 0) is not null ? null : "No se ve en la página";
    }

    /// <summary>Compares the look of each word with that of its letters, and has the unlike ones recognised.</summary>
    private async Task CompareAsync(IReadOnlyList<PdfPieces> pages, IReadOnlyList<PageBitmap> bitmaps, LetterFaces faces, CancellationToken cancel)
    {
        var doubtful = new List<(int Page, PdfPiece Piece)>();
        var compared = new List<int>();
        foreach (var (at, page) in pages.Index())
        {
            var pieces = WordDoubts.Of(page, bitmaps[at], faces);
            compared.Add(pieces.Compared);
            doubtful.AddRange(pieces.Doubtful.Select(piece => (at, piece)));
        }

        if (doubtful.Count > 0)
        {
            var reader = new DoubtfulWords(path, folder);
            await reader.SettleAsync(doubtful, compared, cancel);
            IsLie = reader.IsLie;
            lies = reader.Lies;
            Findings = reader.Findings;
        }
    }

    private void Tell(PdfPieces page, int number)
    {
        var (why, words) = ("", new List<string>());
        foreach (var piece in page.All)
        {
            if ((piece.Loss ?? "") != why)
            {
                End();
                why = piece.Loss ?? "";
            }

            words.Add(piece.Word.Text);
        }

        End();

        void End()
        {
            if (why.Length > 0)
            {
                hidden.Add((number, new HiddenPassage(why, string.Join(' ', words))));
            }

            words.Clear();
        }
    }
}
