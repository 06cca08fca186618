using System.Text;
using System.Text.RegularExpressions;
using Acervo.Platform.Documents;
using Acervo.Platform.Documents.Cleaning;
using Acervo.Platform.Forms;
using Acervo.Tests.Platform.Forms;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;

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
        Assert.Equal("VISIBLE título", document.PackageProperties.Title);
        Assert.Null(document.PackageProperties.Creator);
    }

    [Fact]
    public void Cleaning_a_clean_copy_changes_nothing()
    {
        var once = OfficePackage.Read(DocumentCleaner.Clean(HiddenDocx.Write(), CleanableKind.Docx).Bytes);
        var twice = OfficePackage.Read(DocumentCleaner.Clean(once.ToBytes(), CleanableKind.Docx).Bytes);

        // A photograph is drawn again each time, and JPEG rounds.
        Assert.Equal(once.Names, twice.Names);
        Assert.All(once.Names.Where(name => !name.EndsWith(".jpg", StringComparison.Ordinal)), name => Assert.Equal(once[name], twice[name]));
    }

    [Fact]
    public void Our_own_form_keeps_its_text_and_stays_valid()
    {
        var form = FormCatalogue.Default.Find("4202000-FT-1311", "02")!;
        var written = Sample.Write(form, Sample.Options with { MarkPng = Pictures.Png("CANARIO-marca") });
        var cleaned = DocumentCleaner.Clean(written, CleanableKind.Docx).Bytes;
        using var document = WordprocessingDocument.Open(new MemoryStream(cleaned), false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2016).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        Assert.Equal(Text(written), Text(cleaned));
        Assert.Empty(Canaries.In(cleaned));
    }

    [Theory]
    [InlineData("""<w:altChunk r:id="rPkg"/>""", "otro documento")]
    [InlineData("""<w:p><w:r><w:drawing><a:srcRect l="2000"/></w:drawing></w:r></w:p>""", "recortadas")]
    public void What_cannot_be_cleaned_is_refused_in_words(string body, string words) =>
        Assert.Contains(words, Assert.Throws<CleaningException>(() => DocumentCleaner.Clean(HiddenDocx.Write(body), CleanableKind.Docx)).Message);

    [Fact]
    public void Pictures_of_unknown_kinds_are_refused()
    {
        var package = OfficePackage.Read(HiddenDocx.Write());
        package["word/media/foto.png"] = Encoding.ASCII.GetBytes("\u0001\0\0\0 EMF");

        var refusal = Assert.Throws<CleaningException>(() => DocumentCleaner.Clean(package.ToBytes(), CleanableKind.Docx));

        Assert.Contains("foto.png", refusal.Message);
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
        string.Concat(Sample.Parts(docx).Where(part => part.Key.EndsWith(".xml", StringComparison.Ordinal)).OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => part.Value)))
        .Select(match => match.Value).Order(StringComparer.Ordinal);

    private static string Text(byte[] docx) => Tags().Replace(Sample.Parts(docx)["word/document.xml"], "");

    [GeneratedRegex("VISIBLE[ \\p{L}]*", RegexOptions.None, 1000)]
    private static partial Regex VisibleWords();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"[\w:/.]{2,}(=""[^""]*"")?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();
}
