using Acervo.Platform.Documents.Layout;
using Acervo.Platform.Forms.Reading;

namespace Acervo.Platform.Documents.Pdf.Sight;

/// <summary>The words of one page whose picture does not look like what they say, so that somebody must read it.</summary>
internal sealed record WordDoubts(int Compared, IReadOnlyList<PdfPiece> Doubtful)
{
    private const double Trim = 0.12;

    /// <summary>From here on nobody looks further.</summary>
    private const double Sure = 0.65;

    /// <summary>Whatever other words are like, an ink as little like the word as this is none of it.</summary>
    private const double Unlike = 0.3;

    /// <summary>
    /// One word alone must look more like other words than like itself; of several one after another it is enough that they look hardly more like themselves.
    /// </summary>
    private const double MarginAlone = -0.15;
    private const double MarginTogether = 0.03;
    private const double MarginOfTwo = -0.1;

    /// <summary>Of words that stand where another stands, the one that is seen looks like itself.</summary>
    private const double UnlikeCrossed = 0.6;

    private const int Others = 6;

    /// <summary>Letters as high as these that run askew are a stamp across the page.</summary>
    private const double StampHeight = 30;

    public static WordDoubts Of(PdfPieces page, PageBitmap bitmap, LetterFaces faces)
    {
        var pieces = page.All.Where(IsComparable).ToList();
        var byLength = pieces.Select(piece => piece.Word.Text).Distinct(StringComparer.OrdinalIgnoreCase).ToLookup(text => text.Length);
        foreach (var piece in pieces)
        {
            Compare(piece, bitmap, faces, byLength);
        }

        var doubtful = Crossed([.. pieces.OrderBy(piece => piece.Word.Top)]);
        for (var at = 0; at < pieces.Count; at++)
        {
            if (pieces[at].Margin < MarginAlone || AreUnlike(at - 1, at) || AreUnlike(at, at + 1))
            {
                doubtful.Add(pieces[at]);
            }
        }

        // Whoever hides seldom hides one word: those around a doubtful one are read with it, unless they look right.
        for (var turn = 0; turn < 2; turn++)
        {
            for (var at = 1; at < pieces.Count; at++)
            {
                var (here, next) = turn == 0 ? (at - 1, at) : (pieces.Count - at, pieces.Count - at - 1);
                if (doubtful.Contains(pieces[here]) && pieces[next].Likeness < Sure)
                {
                    doubtful.Add(pieces[next]);
                }
            }
        }

        return new WordDoubts(pieces.Count, [.. doubtful]);

        bool AreUnlike(int one, int other) => one >= 0 && other < pieces.Count && pieces[one].Margin < MarginTogether && pieces[other].Margin < MarginTogether
            && pieces[one].Margin + pieces[other].Margin < MarginOfTwo;
    }

    private static void Compare(PdfPiece piece, PageBitmap page, LetterFaces faces, ILookup<int, string> byLength)
    {
        var text = piece.Word.Text;
        var codes = LetterFaces.Codes(text);
        var first = Strokes(piece, page, Trim).ToList();
        if (faces.In(0, first, codes, Sure) is >= Sure and var plain)
        {
            piece.Likeness = plain;
            return;
        }

        List<WordStrokes> inks = [.. first, .. Strokes(piece, page, 0), .. Strokes(piece, page, Trim * 2)];
        var (likeness, face) = faces.Likeness(inks, codes, Sure);
        (piece.Likeness, piece.Margin) = (likeness, likeness < Unlike ? -1 : 1);
        if (likeness is >= Unlike and < Sure)
        {
            var others = byLength[text.Length].Concat(byLength[text.Length + 1]).Concat(byLength[text.Length - 1]).Where(other => IsOther(other, text))
                .Take(Others);
            piece.Margin = Jumbled(text).Concat(others).Select(other => likeness - faces.In(face, inks, LetterFaces.Codes(other), 1)).DefaultIfEmpty(1).Min();
        }
    }

    private static IEnumerable<WordStrokes> Strokes(PdfPiece piece, PageBitmap page, double trim)
    {
        if (WordInk.Of(page, piece.Word, piece.Shade, trim) is { } ink && WordStrokes.Of(piece.Turned ? ink.Turned() : ink) is { } strokes)
        {
            yield return strokes;
        }
    }

    /// <summary>The same letters in another order, which no honest ink is like.</summary>
    private static IEnumerable<string> Jumbled(string text) =>
        new[] { string.Concat(text.Reverse()), text[(text.Length / 2)..] + text[..(text.Length / 2)] }.Where(other => IsOther(other, text));

    /// <summary>Unlike in more than half of its letters: «proceso,» and «procesos» are no two looks.</summary>
    private static bool IsOther(string one, string other) =>
        Distance.Between(one.ToUpperInvariant(), other.ToUpperInvariant(), other.Length) > other.Length / 2;

    /// <summary>Upright or upside down; a word turned on its side has no line to compare.</summary>
    private static bool IsComparable(PdfPiece piece) =>
        piece.Loss is null && !piece.IsOnSide && piece.Word.Width > piece.Word.Height * 0.4 && piece.Word.Text.Count(char.IsLetterOrDigit) > 1
        && piece.Word.Text.Length <= LetterFace.MostLetters
        && (piece.IsPlaced || piece.Word.Height < StampHeight) && LetterFaces.Codes(piece.Word.Text).Length >= piece.Word.Text.Count(char.IsLetterOrDigit);

    /// <summary>Words that stand where another one of their height stands. The same word twice is how some programs print bold.</summary>
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
                    crossed.UnionWith(new[] { pieces[first], pieces[second] }.Where(piece => piece.Likeness < UnlikeCrossed));
                }
            }
        }

        return crossed;
    }
}
