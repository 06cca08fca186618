using System.Text;
using Acervo.Platform.Documents.Cleaning;
using static Acervo.Tests.Platform.Documents.Cleaning.DocxWays;

namespace Acervo.Tests.Platform.Documents.Cleaning;

/// <summary>Headers of pages that a document surely has stay in the copy, those of pages it has not go, and those in between are told.</summary>
public sealed class DocxHeaderTests
{
    private const string Title = "<w:headerReference w:type=\"default\" r:id=\"r5\"/><w:titlePg/>";
    private const string Even = "<w:headerReference w:type=\"even\" r:id=\"r5\"/>";
    private const string EvenOn = "<w:evenAndOddHeaders/>";
    private const string Break = "<w:p><w:r><w:br w:type=\"page\"/></w:r><w:r><w:t>Otra hoja</w:t></w:r></w:p>";

    private static readonly string Long = Pages(4);

    public static TheoryData<string, string, string> Shown => new()
    {
        { Title, "", Break },
        { Even, EvenOn, Break },
        { Title, "", Long },
        { Even, EvenOn, Long },
        { "<w:headerReference w:type=\"default\" r:id=\"r5\"/>", "", "" },
        { "<w:headerReference w:type=\"even\" r:id=\"r5\"/><w:pgNumType w:start=\"2\"/>", EvenOn, "" },
        { Title, "", "<w:p><w:pPr><w:sectPr/></w:pPr></w:p><w:p/><w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>Otra</w:t></w:r></w:p>" },
    };

    public static TheoryData<string, string, string> Unseen => new()
    {
        { Title, "", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:br w:type=\"page\"/></w:r></w:p>" },
        { Title, EvenOn, Break },
        { Title, "", "<w:p><w:r><w:lastRenderedPageBreak/><w:t>No hay otra hoja</w:t></w:r></w:p>" },
        { Title, "", Long.Replace("<w:rPr>", "<w:rPr><w:vanish/>", StringComparison.Ordinal)
        .Replace("<w:pPr>", "<w:pPr><w:rPr><w:vanish/></w:rPr>", StringComparison.Ordinal) },
        { "<w:headerReference w:type=\"first\" r:id=\"r5\"/>", "", Break },
        { "<w:type w:val=\"continuous\"/>" + Title.Replace("<w:titlePg/>", "", StringComparison.Ordinal), "", "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>" },
    };

    [Theory]
    [MemberData(nameof(Shown))]
    public void A_header_that_some_page_shows_stays(string section, string settings, string body)
    {
        var copy = DocumentCleaner.Clean(With(section, settings, body), CleanableKind.Docx);

        Assert.NotEmpty(Canaries.In(copy.Bytes));
        Assert.DoesNotContain(copy.Removed, note => note.Contains("encabezado", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Unseen))]
    public void A_header_that_no_page_shows_goes_and_is_told(string section, string settings, string body)
    {
        var copy = DocumentCleaner.Clean(With(section, settings, body), CleanableKind.Docx);

        Assert.Empty(Canaries.In(copy.Bytes));
        Assert.Contains(copy.Removed, note => note.Contains("encabezados y pies que no se ven", StringComparison.Ordinal));
    }

    [Fact]
    public void A_header_of_a_page_that_may_not_be_is_told_with_its_words()
    {
        var copy = DocumentCleaner.Clean(With(Title, "", Pages(0.9)), CleanableKind.Docx);

        Assert.Contains(copy.Removed, note => note.Contains("solo se ve si el documento llega a otra página: «CANARIO»", StringComparison.Ordinal));
    }

    private static byte[] With(string section, string settings, string body) =>
        Write(body, settings: settings, section: section,
        parts: ("header", "word/header1.xml", "<w:hdr {names}><w:p><w:r><w:t>CANARIO</w:t></w:r></w:p></w:hdr>"));

    // Lines of ten points, some 54 a page.
    private static string Pages(double count)
    {
        var text = new StringBuilder();
        for (var line = 0; line < count * 54; line++)
        {
            text.Append("<w:p><w:pPr></w:pPr><w:r><w:rPr></w:rPr><w:t>Una línea del informe</w:t></w:r></w:p>");
        }

        return text.ToString();
    }
}
