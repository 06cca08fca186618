using Acervo.Platform.Documents;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;

namespace Acervo.Modules.Practices.Capture.Reading;

/// <summary>Reads the official forms of practices and of lessons: every version in the catalogue, with the policies that tell where a list may be cut.</summary>
public static class FichaReader
{
    private const string PolicyCatalogueName = "politicas-mipg";

    private static readonly IReadOnlySet<string> NoTerms = new HashSet<string>(StringComparer.Ordinal);

    /// <exception cref="FormNotRecognisedException">The document is none of the forms.</exception>
    public static FormReading Read(DocumentText document) => FormReader.Read(
        FormCatalogue.Default.All,
        document,
        name => name == PolicyCatalogueName ? PolicyCatalogue.Default.Terms : NoTerms);
}
