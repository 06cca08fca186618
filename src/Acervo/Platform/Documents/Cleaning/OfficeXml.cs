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
        CheckDepth(part);
        using var reader = XmlReader.Create(new MemoryStream(part, writable: false), Reading);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
    }

    public static byte[] Write(XElement root)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None }))
        {
            // Not through a new document: it would copy the whole tree.
            writer.WriteStartDocument(standalone: true);
            root.WriteTo(writer);
            writer.WriteEndDocument();
        }

        return stream.ToArray();
    }

    /// <summary>Removes every element that passes, and says how many there were.</summary>
    public static int RemoveAll(this XElement root, Func<XElement, bool> which) => Replace(root, which, _ => []);

    /// <summary>Removes every element that passes but keeps what is inside it.</summary>
    public static int UnwrapAll(this XElement root, Func<XElement, bool> which) => Replace(root, which, Inside);

    /// <summary>Whole lists of children at a time, the innermost first: taking nodes out one by one walks past all their siblings each time.</summary>
    private static int Replace(XElement root, Func<XElement, bool> which, Func<XElement, IReadOnlyList<XNode>> instead)
    {
        var found = root.Descendants().Where(which).ToHashSet();
        var parents = found.Select(element => element.Parent!).ToHashSet();
        foreach (var parent in root.DescendantsAndSelf().Where(parents.Contains).Reverse().ToList())
        {
            foreach (var node in Inside(parent))
            {
                parent.Add(node is XElement element && found.Contains(element) ? (object)instead(element) : node);
            }
        }

        return found.Count;
    }

    /// <summary>Nodes that still have a parent would be copied when they are added elsewhere.</summary>
    private static IReadOnlyList<XNode> Inside(XElement element)
    {
        var nodes = element.Nodes().ToList();
        element.RemoveNodes();
        return nodes;
    }

    private static void CheckDepth(byte[] part)
    {
        if (!XmlBounds.AreKept(new MemoryStream(part, writable: false)))
        {
            throw new CleaningException("El archivo tiene cuadros o controles metidos unos en otros más veces de lo que se admite. Copie su contenido en un "
                + "documento nuevo y súbalo otra vez.");
        }
    }
}
