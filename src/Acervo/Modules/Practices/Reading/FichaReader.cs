using Acervo.Platform.Documents;
using Acervo.Platform.Forms;
using Acervo.Platform.Forms.Reading;

namespace Acervo.Modules.Practices.Reading;

/// <summary>Reads the official forms of dossiers and of lessons: every version in the catalogue, with the policies that tell where a list may be cut.</summary>
public static class FichaReader
{
    private static readonly IReadOnlySet<string> NoTerms = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The record that the document holds.</summary>
    /// <exception cref="FormNotRecognisedException">The document is none of the forms.</exception>
    /// <exception cref="DocumentException">The text is built so that reading it takes too long.</exception>
    public static FormReading Read(DocumentText document, PolicyCatalogue? policies = null, FormCatalogue? forms = null) => FormReader.ReadInTime(
        (forms ?? FormCatalogue.Default).All, document, name => name == PolicyCatalogue.Name ? (policies ?? PolicyCatalogue.Shipped).Terms : NoTerms);
}
