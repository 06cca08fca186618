using System.Globalization;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>
/// Draws the pages of a PDF and looks at the drawings: what the copy shows is the picture, and what it says is only what was recognised on the
/// picture. A word that the file holds lends its spelling when the same word is seen in its place.
/// </summary>
internal sealed class PdfDrawing : IDisposable
{
    public const int MostPages = 200;
    public const int MostRecognised = 40;

    private const double Resolution = 150;
    private const double MostPixels = 3_000;
    private const int AtOnce = 2;

    // Lower than this, in points, nobody reads a line.
    private const double LowestLine = 3.2;

    private readonly string folder = Directory.CreateTempSubdirectory("acervo-pdf-").FullName;

    public IReadOnlyList<PdfPage> Draw(byte[] pdf)
    {
        var source = InFolder("in.pdf");
        File.WriteAllBytes(source, pdf);
        PdfTool.Run("pdftotext", "-bbox", "-cropbox", "-l", (MostPages + 1).ToString(CultureInfo.InvariantCulture), source, InFolder("words"));
        var held = PdfWords.Held(File.ReadLines(InFolder("words")));
        if (held.Count is 0 or > MostPages)
        {
            throw new CleaningException(held.Count == 0
                ? "El PDF está dañado o no tiene páginas, y no se puede preparar para publicación. Expórtelo de nuevo desde el programa en que se hizo."
                : $"El PDF tiene más de {MostPages} páginas. Divídalo en varios archivos y súbalos por separado.");
        }

        var pages = new PdfPage[held.Count];
        try
        {
            Parallel.For(0, pages.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                at => pages[at] = Page(source, at, held[at].Side, held[at].Words));
        }
        catch (AggregateException several) when (several.InnerExceptions.FirstOrDefault(each => each is CleaningException or InvalidDataException) is { } first)
        {
            throw new CleaningException(first is CleaningException ? first.Message
                : "Una página del PDF no se puede dibujar. Expórtelo de nuevo desde el programa en que se hizo.", first);
        }

        return pages;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private PdfPage Page(string source, int at, double side, IReadOnlyList<PdfWord> held)
    {
        var resolution = Math.Floor(Math.Clamp(MostPixels * 72 / Math.Max(side, 1), 1, Resolution));
        var (number, name) = ((at + 1).ToString(CultureInfo.InvariantCulture), InFolder($"p{at}"));
        PdfTool.Run("pdftoppm", "-cropbox", "-r", resolution.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, "-singlefile", source, name);
        var picture = PdfPagePicture.Read(File.ReadAllBytes(name + ".ppm"));
        picture.Level();
        var scale = resolution / 72;
        var unseen = held.Where(word => word.Bottom - word.Top < LowestLine || !picture.HasInk(word.Times(scale))).ToList();
        unseen.ForEach(word => picture.Cover(word.Times(scale)));

        List<PdfWord> seen = at < MostRecognised ? [.. Recognise(picture, name, resolution).Select(word => word.Times(1 / scale))] : [];
        File.Delete(name + ".ppm");
        var readable = held.Except(unseen).ToList();
        var (bytes, how) = picture.Pack();
        return new PdfPage(picture.Width / scale, picture.Height / scale, picture.Width, picture.Height, bytes, how,
            [.. seen.Select(word => word with { Text = Spelled(word, readable) })])
        {
            Unseen = unseen.Count,
            Different = at < MostRecognised ? readable.Count(word => word.Text.Count(char.IsLetter) > 3 && !seen.Exists(each => IsLike(each, word))) : 0,
        };
    }

    private static List<PdfWord> Recognise(PdfPagePicture picture, string name, double resolution)
    {
        File.WriteAllBytes(name + ".ppm", picture.Write());
        PdfTool.Run("tesseract", name + ".ppm", name, "-l", "spa", "--psm", "3", "--dpi", resolution.ToString(CultureInfo.InvariantCulture), "-c",
            "tessedit_create_tsv=1");
        return PdfWords.Seen(File.ReadLines(name + ".tsv"));
    }

    private static string Spelled(PdfWord seen, List<PdfWord> held) =>
        held.Find(word => word.Text.Length == seen.Text.Length && seen.MeetsIn(word)
        && word.Text.Zip(seen.Text, (one, other) => one == other || (char.IsLetter(one) && Folded(one.ToString()) == Folded(other.ToString())))
        .All(same => same))?.Text ?? seen.Text;

    // Recognition mistakes a letter now and then.
    private static bool IsLike(PdfWord seen, PdfWord held) => (seen.MeetsIn(held) || held.MeetsIn(seen))
        && Folded(seen.Text) is var one && Folded(held.Text) is var other
        && (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal)
        || Forms.Reading.Distance.Between(one, other, 3) <= Math.Max(1, other.Length / 3));

    /// <summary>Letters and figures without accents or case: what recognition may mistake and a reader does not.</summary>
    private static string Folded(string text) =>
        string.Concat(text.Normalize(System.Text.NormalizationForm.FormKD).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private string InFolder(string name) => Path.Combine(folder, name);
}
