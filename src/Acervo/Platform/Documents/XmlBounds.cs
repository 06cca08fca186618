using System.Xml;

namespace Acervo.Platform.Documents;

/// <summary>
/// Reads through the XML of an Office part once before anything makes a tree of it: a tree costs the square of its depth, and depth costs a
/// file nothing. The one place for whoever reads and whoever cleans.
/// </summary>
internal static class XmlBounds
{
    /// <summary>Real documents stay below fifty.</summary>
    private const int Deepest = 256;

    /// <summary>A form of thirty pages, written and changed by many, has some fifty thousand.</summary>
    private const int MostElements = 1_000_000;

    private const int MostAttributes = 512;

    private static readonly XmlReaderSettings Reading = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = true,
    };

    /// <summary>Whether a tree of this part may be made. What is no XML has no tree: whoever needs one says so.</summary>
    public static bool AreKept(Stream part)
    {
        try
        {
            using var reader = XmlReader.Create(part, Reading);
            var elements = 0;
            while (reader.Read())
            {
                if (reader.Depth > Deepest || reader.AttributeCount > MostAttributes || (reader.NodeType == XmlNodeType.Element && ++elements > MostElements))
                {
                    return false;
                }
            }

            return true;
        }
        catch (XmlException)
        {
            return true; // up to here it was within bounds, and no reader gets further
        }
    }

    /// <summary>Whether a part looks like XML, whatever its name: packages say elsewhere which parts are.</summary>
    public static bool IsXml(ReadOnlySpan<byte> start)
    {
        foreach (var one in start)
        {
            if (one is not (0xEF or 0xBB or 0xBF or 0xFE or 0xFF or 0 or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return one == (byte)'<';
            }
        }

        return false;
    }
}
