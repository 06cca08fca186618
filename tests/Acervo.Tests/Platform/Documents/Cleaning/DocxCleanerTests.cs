using System.Text;
using System.Text.RegularExpressions;
using Acervo.Platform.Documents;
using Acervo.Platform.Documents.Cleaning;
using Acervo.Platform.Documents.Word;
using Acervo.Platform.Forms;
using Acervo.Tests.Platform.Forms;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>The public copy of a Word document: nothing hidden survives, nothing visible is lost.</summary>
public sealed partial class DocxCleanerTests
{
    [Fact]
    public void Nothing_planted_survives_and_nothing_visible_is_lost()
    {
        var before = HiddenDocx.Write();
        var cleaned = DocumentCleaner.Clean(before, CleanableKind.Docx);

        Assert.True(Canaries.In(before).Count > 50, "The planted document must hold what we look for.");
        Assert.Empty(Canaries.In(cleaned.Bytes));
        Assert.Equal(Visible(before), Visible(cleaned.Bytes));
        Assert.All(cleaned.Removed, sentence => Assert.Matches(@"^Se retiró: .+\.$", sentence));
        Assert.True(cleaned.Removed.Count > 8);
    }

    [Fact]
    public void The_copy_is_valid_for_Word_and_has_no_macros()
    {
        var cleaned = DocumentCleaner.Clean(HiddenDocx.Write(), CleanableKind.Docx).Bytes;
        using var document = WordprocessingDocument.Open(new MemoryStream(cleaned), false);

        Assert.Equal(WordprocessingDocumentType.Document, document.DocumentType);
        Assert.Null(document.MainDocumentPart!.VbaProjectPart);
        Assert.Null(document.PackageProperties.Title);
        Assert.Null(document.PackageProperties.Creator);
    }

    [Fact]
    public void Cleaning_a_clean_copy_changes_nothing()
    {
        var once = OfficePackage.Read(DocumentCleaner.Clean(HiddenDocx.Write(), CleanableKind.Docx).Bytes);
        var twice = OfficePackage.Read(DocumentCleaner.Clean(once.ToBytes(), CleanableKind.Docx).Bytes);

        // A photograph is drawn again each time, and JPEG rounds.
        Assert.Equal(once.Names, twice.Names);
        Assert.All(once.Names.Where(name => !name.EndsWith(".jpeg", StringComparison.Ordinal)), name => Assert.Equal(once[name], twice[name]));
    }

    [Fact]
    public void Our_own_form_keeps_its_text_and_stays_valid()
    {
        var form = FormCatalogue.Default.Find("4202000-FT-1311", "02")!;
        var written = Sample.Write(form, Sample.Options with { MarkPng = Pictures.Png("CANARIO-marca") });
        var cleaned = DocumentCleaner.Clean(written, CleanableKind.Docx).Bytes;
        using var document = WordprocessingDocument.Open(new MemoryStream(cleaned), false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2016).Validate(document, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        Assert.Equal(Text(written), Text(cleaned));
        Assert.Empty(Canaries.In(cleaned));
    }

    [Fact]
    public void Ordinary_documents_read_the_same()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(TestCluster.Repository, "samples", "documentos"), "*.docx"))
        {
            var before = File.ReadAllBytes(path);
            var copy = DocumentCleaner.Clean(before, CleanableKind.Docx).Bytes;

            var (original, read) = (WordParser.Parse(before), WordParser.Parse(copy));
            Assert.Equal(WrittenWords.Of(before), WrittenWords.Of(copy));
            Assert.Equal(original.Blocks.Select(Shape), read.Blocks.Select(Shape));
            // The numbers of pages are counted anew.
            Assert.Equal(original.Margins.Select(Letters), read.Margins.Select(Letters));
        }
    }

    [Fact]
    public void Another_document_inside_is_refused_in_words() =>
        Assert.Contains("otro documento",
        Assert.Throws<CleaningException>(() => DocumentCleaner.Clean(HiddenDocx.Write("""<w:altChunk r:id="rPkg"/>"""), CleanableKind.Docx)).Message);

    [Fact]
    public void Pictures_of_unknown_kinds_stay_behind_and_that_is_told_first()
    {
        var package = OfficePackage.Read(HiddenDocx.Write());
        package["word/media/foto.png"] = Encoding.ASCII.GetBytes("\u0001\0\0\0 EMF");

        var copy = DocumentCleaner.Clean(package.ToBytes(), CleanableKind.Docx);

        Assert.Contains("no está en la copia", copy.Removed[0], StringComparison.Ordinal);
        Assert.DoesNotContain(OfficePackage.Read(copy.Bytes).Names, name => name.EndsWith(".png", StringComparison.Ordinal));
    }

    [Fact]
    public void A_cropped_picture_keeps_what_is_seen_of_it()
    {
        var copy = OfficePackage.Read(DocumentCleaner.Clean(DocxWays.Write(DocxWays.Picture()
            .Replace("<a:stretch>", "<a:srcRect l=\"25000\" b=\"50000\"/><a:stretch>", StringComparison.Ordinal)), CleanableKind.Docx).Bytes);

        Assert.Contains("word/media/image1.png", copy.Names);
        Assert.DoesNotContain("srcRect", Encoding.UTF8.GetString(copy["word/document.xml"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Document_types_and_entities_are_refused()
    {
        var package = OfficePackage.Read(HiddenDocx.Write());
        package["word/document.xml"] = Encoding.UTF8.GetBytes("""<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>""");

        Assert.Throws<CleaningException>(() => DocumentCleaner.Clean(package.ToBytes(), CleanableKind.Docx));
    }

    [Fact]
    public void A_package_that_unpacks_to_too_much_is_refused()
    {
        var package = new OfficePackage { ["a"] = new byte[2_000_000] };

        Assert.Throws<InvalidDataException>(() => OfficePackage.Read(package.ToBytes(), mostBytes: 1_999_999));
        Assert.Equal(2_000_000, OfficePackage.Read(package.ToBytes(), mostBytes: 2_000_000)["a"].Length);
    }

    [Fact]
    public void Damaged_files_are_refused_and_never_crash()
    {
        var file = HiddenDocx.Write();
        var random = new Random(20250926);
        for (var i = 0; i < 600; i++)
        {
            var damaged = i % 2 == 0 ? Damage(file, random) : DamagedInside(file, random);
            var error = Record.Exception(() => DocumentCleaner.Clean(damaged, CleanableKind.Docx));
            Assert.True(error is null or CleaningException, error?.ToString());
        }
    }

    private static byte[] DamagedInside(byte[] file, Random random)
    {
        var package = OfficePackage.Read(file);
        var xml = package.Names.Where(name => name.EndsWith("ml", StringComparison.Ordinal) || name.EndsWith(".rels", StringComparison.Ordinal)).ToList();
        var part = xml[random.Next(xml.Count)];
        var text = Encoding.UTF8.GetString(package[part]);

        // A name or a value goes: the XML stays well formed more often than with stray bytes.
        var words = Words().Matches(text);
        var word = words[random.Next(words.Count)];
        package[part] = Encoding.UTF8.GetBytes(text.Replace(word.Value, random.Next(2) == 0 ? "x" : "", StringComparison.Ordinal));
        return package.ToBytes();
    }

    private static byte[] Damage(byte[] file, Random random)
    {
        var damaged = (byte[])file.Clone();
        for (var hit = 0; hit < 5; hit++)
        {
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
        }

        return damaged;
    }

    private static IEnumerable<string> Visible(byte[] docx) => VisibleWords().Matches(
        string.Concat(Sample.Parts(docx).Where(part => part.Key.EndsWith(".xml", StringComparison.Ordinal)).OrderBy(part => part.Key, StringComparer.Ordinal)
        .Select(part => part.Value)))
        .Select(match => match.Value).Order(StringComparer.Ordinal);

    private static string Letters(string line) => string.Concat(line.Where(char.IsLetter));

    /// <summary>What a block is: heading, item of a list, table of so many cells.</summary>
    private static (int? Heading, string? Marker, int Level, string Cells) Shape(DocumentBlock block) =>
        (block.Heading, block.Marker, block.Level, string.Join('/', block.Rows?.Select(row => row.Cells.Count) ?? []));

    private static string Text(byte[] docx) => Tags().Replace(Sample.Parts(docx)["word/document.xml"], "");

    [GeneratedRegex("VISIBLE[ \\p{L}]*", RegexOptions.None, 1000)]
    private static partial Regex VisibleWords();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"[\w:/.]{2,}(=""[^""]*"")?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();
}
