using System.Text;
using Acervo.Platform.Documents;
using Acervo.Platform.Documents.OpenDocument;

namespace Acervo.Tests.Platform.Documents.Sight;

/// <summary>What an OpenDocument text hides is read into nothing and told.</summary>
public sealed class OdtSightTests
{
    [Fact]
    public void What_its_marks_hide_is_gone_before_anything_opens_it()
    {
        var (shown, hidden) = OpenDocumentParser.Open(HiddenOdt.Write());
        var left = Encoding.UTF8.GetString(OfficePackage.Read(shown)["content.xml"]);

        Assert.All(HiddenOdt.Marked, letter => Assert.DoesNotContain("SECRETO" + letter, left, StringComparison.Ordinal));
        Assert.All(HiddenOdt.Marked, letter => Assert.Contains(hidden!.Passages, passage => passage.Text.Contains("SECRETO" + letter, StringComparison.Ordinal)));
        Assert.DoesNotContain("BORRADO", left, StringComparison.Ordinal);
        Assert.Equal(HiddenOdt.Marked.Length, hidden!.Words);
    }
}
