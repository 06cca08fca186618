using System.Xml;
using System.Xml.Linq;
using Acervo.Platform.Documents.Sandbox;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>
/// Prints the copy of a Word document and compares the words that are written in it with those that leave ink on paper: the last look at what
/// the rules of cleaning did not think of. Meant for the limited process, which has no network.
/// </summary>
internal static class PrintedCopy
{
    public const string NotCompared = "La copia no se pudo comparar con su impresión, porque este servidor no la pudo imprimir. Ábrala y compruebe que "
        + "está completa.";

    private const int MostPages = 30;
    private const int MostNamed = 8;

    private static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false };
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    /// <summary>What a person must look at, in sentences; none when what is written is what is seen.</summary>
    public static async Task<IReadOnlyList<string>> CompareAsync(byte[] copy, CancellationToken cancel = default)
    {
        // LibreOffice fetches what a document links to; a copy links to nothing, and this makes sure.
        if (WorkerStart.CouldReachNetwork)
        {
            return [NotCompared];
        }

        try
        {
            var (drawn, isWhole) = await PrintAsync(copy, cancel);
            return Differences(WrittenWords.Of(copy), drawn, isWhole);
        }
        catch (Exception cause) when (cause is ToolFailedException or FileNotFoundException or DocumentException or XmlException)
        {
            return [NotCompared];
        }
    }

    private static List<string> Differences(IReadOnlyList<string> written, IReadOnlyList<string> drawn, bool isWhole)
    {
        List<string> sentences = [];
        var (onPaper, inFile) = (string.Concat(drawn), string.Concat(written));
        var unseen = isWhole ? written.Where(word => !onPaper.Contains(word, StringComparison.Ordinal)).Distinct().ToList() : [];
        var unsaid = drawn.Where(word => word.Length > 3 && !inFile.Contains(word, StringComparison.Ordinal)).Distinct().ToList();
        if (unseen.Count > 0)
        {
            sentences.Add($"Tiene palabras que no se ven al imprimirla: {Named(unseen)}. Ábrala y compruebe si deben estar.");
        }

        if (unsaid.Count > 0)
        {
            sentences.Add($"Al imprimirla se ven palabras que no están escritas en el texto: {Named(unsaid)}. Ábrala y compruebe si deben estar.");
        }

        if (!isWhole)
        {
            sentences.Add($"Solo se compararon con lo que se imprime las primeras {MostPages} páginas. Abra la copia y compruebe las demás.");
        }

        return sentences;
    }

    private static string Named(List<string> words) =>
        string.Join(", ", words.Take(MostNamed).Select(word => $"«{word.ToLowerInvariant()}»"))
        + (words.Count > MostNamed ? $" y {words.Count - MostNamed} más" : "");

    private static async Task<(IReadOnlyList<string> Words, bool IsWhole)> PrintAsync(byte[] copy, CancellationToken cancel)
    {
        using var folder = new WorkFolder();
        var source = folder.File("copia.docx");
        await File.WriteAllBytesAsync(source, copy, cancel);
        await ExternalTool.RunAsync(
            "soffice",
            ["-env:UserInstallation=" + new Uri(folder.File("perfil")), "--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf", "--outdir",
            Path.GetDirectoryName(source)!, source],
            Patience, cancel);
        var pdf = folder.File("copia.pdf");
        if (!File.Exists(pdf))
        {
            throw new FileNotFoundException("LibreOffice printed nothing.");
        }

        var last = $"{MostPages}";
        var boxes = await ExternalTool.RunAsync("pdftotext", ["-bbox", pdf, "-"], Patience, cancel);
        var pictures = await ExternalTool.RunAsync("pdftoppm", ["-r", "72", "-l", last, pdf], Patience, cancel);
        using var reader = XmlReader.Create(new MemoryStream(boxes), Reading);
        var pages = XDocument.Load(reader).Descendants().Where(element => element.Name.LocalName == "page").ToList();
        return (InkedWords.Of(pages.Take(MostPages), pictures), pages.Count <= MostPages);
    }
}
