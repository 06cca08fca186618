using System.Globalization;
using Acervo.Platform.Documents.Layout;

namespace Acervo.Platform.Documents.Pdf.Sight;

/// <summary>
/// Compares what a PDF says that it holds with what is drawn on its pages. Each word must have ink at its place, and the ink must look like
/// the word: where it does not, the word is recognised from its picture, and the picture is believed.
/// </summary>
internal sealed class PdfSight(string path, WorkFolder folder)
{
    public const int Resolution = 100;

    /// <summary>Pages beyond are drawn by nobody here.</summary>
    public const int MostPages = 40;

    private const double LeastHeight = 3;
    private const double LeastAdvance = 0.12;
    private const double Unlike = 0.35;
    private const double Trim = 0.12;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly List<HiddenPassage> hidden = [];

    /// <summary>What is not seen, for a document whose text is read.</summary>
    public HiddenText? Told => HiddenText.Of([.. hidden, .. Undrawn]);

    public IReadOnlyList<string> Findings { get; private set; } = [];

    /// <summary>So much is drawn otherwise than it is written that only the pictures of the pages can be believed.</summary>
    public bool IsLie { get; private set; }

    /// <summary>Words that lie under the pictures of the pages, or for machines alone.</summary>
    public IReadOnlyList<HiddenPassage> Undrawn { get; private set; } = [];

    public async Task<IReadOnlyList<LayoutPage>> ClearAsync(IReadOnlyList<LayoutPage> pages, IReadOnlyList<IReadOnlyList<PdfWord>> words, IReadOnlyList<PageWindow> windows, IReadOnlyList<PageBitmap> bitmaps, CancellationToken cancel)
    {
        var pieces = pages.Select((page, index) => new PdfPieces(page, index < words.Count ? words[index] : [])).ToList();
        var drawn = Math.Min(pieces.Count, bitmaps.Count);
        for (var page = 0; page < pieces.Count; page++)
        {
            foreach (var piece in pieces[page].All)
            {
                piece.Loss = LossOf(piece, page < windows.Count ? windows[page] : null, page < drawn ? bitmaps[page] : null);
            }
        }

        await CompareAsync([.. pieces.Take(drawn)], bitmaps, cancel);
        foreach (var page in pieces)
        {
            Tell(page);
        }

        Undrawn = [.. pieces.Where(page => page.Unread.Count > 0).Select(page => new HiddenPassage("No se dibuja", string.Join(' ', page.Unread.Select(word => word.Text))))];
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

    /// <summary>Sets the words in a plain letter, compares the look of both, and has the unlike ones recognised.</summary>
    private async Task CompareAsync(IReadOnlyList<PdfPieces> pages, IReadOnlyList<PageBitmap> bitmaps, CancellationToken cancel)
    {
        var proof = folder.File("prueba.pdf");
        await File.WriteAllBytesAsync(proof, WordProof.Write([.. pages.Select((page, index) => (
            bitmaps[index].Points(bitmaps[index].Width), bitmaps[index].Points(bitmaps[index].Height), (IReadOnlyList<PdfWord>)[.. page.All.Where(IsComparable).Select(piece => piece.Word)]))]), cancel);
        var resolution = Resolution.ToString(CultureInfo.InvariantCulture);
        var proofs = PageBitmap.ReadAll(await ExternalTool.RunAsync("pdftoppm", ["-gray", "-r", resolution, "-aa", "no", "-aaVector", "no", proof], Limit, cancel), Resolution);
        var doubtful = new List<(int Page, PdfPiece Piece)>();
        var compared = 0;
        for (var page = 0; page < Math.Min(pages.Count, proofs.Count); page++)
        {
            var pieces = pages[page].All.Where(IsComparable).OrderBy(piece => piece.Word.Top).ToList();
            var crossed = Crossed(pieces);
            foreach (var piece in pieces)
            {
                compared++;
                piece.Likeness = crossed.Contains(piece) ? 0 : Likeness(piece, bitmaps[page], proofs[page]);
                if (piece.Likeness < Unlike)
                {
                    doubtful.Add((page, piece));
                }
            }
        }

        if (doubtful.Count > 0)
        {
            var reader = new DoubtfulWords(path, folder);
            await reader.SettleAsync(doubtful, compared, cancel);
            IsLie = reader.IsLie;
            Findings = reader.Findings;
        }
    }

    /// <summary>Words that stand where another one stands: at most one of them is seen. The same word twice is how some programs print bold.</summary>
    private static HashSet<PdfPiece> Crossed(List<PdfPiece> pieces)
    {
        var crossed = new HashSet<PdfPiece>();
        for (var first = 0; first < pieces.Count; first++)
        {
            var one = pieces[first].Word;
            for (var second = first + 1; second < pieces.Count && pieces[second].Word.Top < one.Top + (one.Height / 2); second++)
            {
                var other = pieces[second].Word;
                if (other.Text != one.Text && Math.Min(one.Right, other.Right) - Math.Max(one.Left, other.Left) > Math.Min(one.Width, other.Width) / 2)
                {
                    crossed.Add(pieces[first]);
                    crossed.Add(pieces[second]);
                }
            }
        }

        return crossed;
    }

    /// <summary>Words in letters that the plain one has; standing upright, for the proof is set in lines.</summary>
    private static bool IsComparable(PdfPiece piece) => piece.Loss is null && piece.Word.Width > piece.Word.Height * 0.4 && piece.Word.Text.Count(char.IsLetterOrDigit) > 1
        && piece.Word.Text.All(letter => letter < 256);

    private static double Likeness(PdfPiece piece, PageBitmap page, PageBitmap proof) => new[] { Trim, Trim * 2 }.Max(trim =>
        WordInk.Of(page, piece.Word, piece.Shade, trim) is { } seen && WordInk.Of(proof, piece.Word, 0, trim) is { } meant ? WordLikeness.Between(seen, meant, piece.Word.Text.Length) : -1);

    private void Tell(PdfPieces page)
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
                hidden.Add(new HiddenPassage(why, string.Join(' ', words)));
            }

            words.Clear();
        }
    }
}
