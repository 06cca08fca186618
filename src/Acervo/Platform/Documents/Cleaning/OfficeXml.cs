using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>Reads and writes the XML inside Office files: no document types, no outside entities, no comments, no instructions.</summary>
internal static class OfficeXml
{
    public static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // A tree takes some ten times its text in memory; no real document comes near this.
    private const long MostCharacters = 40_000_000;

    private static readonly XmlReaderSettings Reading = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = MostCharacters,
    };

    public static XElement Read(byte[] part)
    {
        using var reader = XmlReader.Create(new MemoryStream(part, writable: false), Reading);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
    }

    public static byte[] Write(XElement root)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None }))
        {
            new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), root).Save(writer);
        }

        return stream.ToArray();
    }

    /// <summary>Removes every element that passes, and says how many there were.</summary>
    public static int RemoveAll(this XElement root, Func<XElement, bool> which)
    {
        var found = root.Descendants().Where(which).ToList();
        foreach (var element in found.Where(element => element.Parent is not null))
        {
            element.Remove();
        }

        return found.Count;
    }

    /// <summary>Removes every element that passes but keeps what is inside it.</summary>
    public static int UnwrapAll(this XElement root, Func<XElement, bool> which)
    {
        var found = root.Descendants().Where(which).Reverse().ToList();
        foreach (var element in found)
        {
            element.ReplaceWith(element.Nodes());
        }

        return found.Count;
    }
}
