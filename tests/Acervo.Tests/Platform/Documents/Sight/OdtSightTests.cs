using System.Text;
using Acervo.Platform.Documents;
using Acervo.Platform.Documents.OpenDocument;
using Acervo.Tests.Platform.Forms.Reading;

namespace Acervo.Tests.Platform.Documents.Sight;

/// <summary>What an OpenDocument text hides is read into nothing and told, whether its marks hide it or only its looks.</summary>
public sealed class OdtSightTests
{
    [Fact]
    public void What_its_marks_hide_is_gone_before_anything_opens_it()
    {
        var (shown, hidden) = OpenDocumentParser.Open(HiddenOdt.Write());
        var left = Encoding.UTF8.GetString(OfficePackage.Read(shown)["content.xml"]);

        Assert.All(HiddenOdt.Marked, letter => Assert.DoesNotContain("SECRETO" + letter, left, StringComparison.Ordinal));
        Assert.All(HiddenOdt.Marked, letter => Assert.Contains(hidden!.Passages,
            passage => passage.Text.Contains("SECRETO" + letter, StringComparison.Ordinal)));
        Assert.DoesNotContain("BORRADO", left, StringComparison.Ordinal);
        Assert.Equal(HiddenOdt.Marked.Length, hidden!.Words);
    }

    [Fact]
    public async Task What_only_its_looks_hide_is_not_read_either()
    {
        Assert.SkipUnless(Office.IsInstalled, "LibreOffice (soffice) is not installed: .odt files cannot be read here.");
        var document = await DocumentParser.ParseAsync(HiddenOdt.Write(), cancel: TestContext.Current.CancellationToken);
        var text = string.Join('\n', DocumentLines.Of(document.Blocks));

        Assert.DoesNotContain("SECRETO", text, StringComparison.Ordinal);
        Assert.All(["uno", "dos", "tres", "cuatro", "cinco"], word => Assert.Contains("VISIBLE " + word, text, StringComparison.Ordinal));
        Assert.All(HiddenOdt.Looks, letter => Assert.Contains(document.Hidden!.Passages,
            passage => passage.Text.Contains("SECRETO" + letter, StringComparison.Ordinal)));
    }
}
