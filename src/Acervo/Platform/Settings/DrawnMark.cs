using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Acervo.Ui;

namespace Acervo.Platform.Settings;

/// <summary>
/// Draws an SVG anew out of what only draws: known shapes with known attributes and plain values. No script, style, text, link or picture, and no address
/// but of a gradient or a clip of its own comes along.
/// </summary>
internal static partial class DrawnMark
{
    private const int Deepest = 32;
    private const int MostElements = 2_000;
    private const string TooComplex = "El SVG es demasiado complejo para una marca.";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly HashSet<string> Shapes = new(StringComparer.Ordinal) { "path", "rect", "circle", "ellipse", "line", "polyline", "polygon" };

    private static readonly HashSet<string> Holders = new(StringComparer.Ordinal)
    {
        "svg", "g", "defs", "linearGradient", "radialGradient", "stop", "clipPath",
    };

    /// <summary>What editors write about a drawing and nobody sees.</summary>
    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal) { "title", "desc", "metadata", "namedview" };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "viewBox", "preserveAspectRatio", "id", "d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "width", "height",
        "transform", "fill", "fill-rule", "fill-opacity", "clip-rule", "clip-path", "clipPathUnits", "stroke", "stroke-width", "stroke-opacity",
        "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "opacity", "offset", "stop-color", "stop-opacity",
        "gradientUnits", "gradientTransform", "spreadMethod",
    };

    /// <summary>The drawing anew.</summary>
    /// <param name="file">What was sent.</param>
    /// <returns>The drawing, and the names of what was left out.</returns>
    /// <exception cref="RuleException">It is no drawing that can be made anew.</exception>
    public static (SiteMark Mark, IReadOnlyList<string> LeftOut) Of(byte[] file)
    {
        var root = Read(file);
        if (root.Name != Svg + "svg")
        {
            throw new RuleException("El archivo no es un dibujo SVG. Guárdelo de nuevo como «SVG simple» o envíe un PNG.");
        }

        SortedSet<string> leftOut = new(StringComparer.Ordinal);
        var left = MostElements;
        var drawn = Copy(root, leftOut, 0, ref left);
        if (!drawn.Descendants().Any(one => Shapes.Contains(one.Name.LocalName)))
        {
            throw new RuleException("El SVG no tiene figuras que se puedan mostrar: los textos, las imágenes y los estilos no se conservan. "
                + "Convierta los textos en trazos, o envíe un PNG.");
        }

        if (drawn.Attribute("viewBox") is null)
        {
            var (width, height) = (Size(root, "width"), Size(root, "height"));
            drawn.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}"));
        }

        drawn.SetAttributeValue("width", null);
        drawn.SetAttributeValue("height", null);
        return (new SiteMark(SiteMark.Svg, Encoding.UTF8.GetBytes(drawn.ToString(SaveOptions.DisableFormatting))), [.. leftOut]);
    }

    private static XElement Read(byte[] file)
    {
        try
        {
            using (var bounds = Reader(file))
            {
                for (var left = MostElements * 4; bounds.Read();)
                {
                    // A tree is made only of what is no deeper and no larger than a drawing.
                    if (bounds.Depth > Deepest || (bounds.NodeType == XmlNodeType.Element && --left < 0))
                    {
                        throw new RuleException(TooComplex);
                    }
                }
            }

            using var reader = Reader(file);
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            throw new RuleException("El archivo no se puede leer como SVG. Guárdelo de nuevo como «SVG simple» o envíe un PNG.");
        }
    }

    /// <summary>A declaration of entities is passed over, and what uses one is then no XML.</summary>
    private static XmlReader Reader(byte[] file) => XmlReader.Create(new MemoryStream(file, writable: false),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, CloseInput = true });

    private static XElement Copy(XElement from, SortedSet<string> leftOut, int depth, ref int left)
    {
        if (depth > Deepest || --left < 0)
        {
            throw new RuleException(TooComplex);
        }

        var copy = new XElement(Svg + from.Name.LocalName);
        foreach (var attribute in from.Attributes().Where(one => !one.IsNamespaceDeclaration))
        {
            if (attribute.Name.Namespace == XNamespace.None && Attributes.Contains(attribute.Name.LocalName) && IsPlain(attribute.Value))
            {
                copy.SetAttributeValue(attribute.Name.LocalName, attribute.Value);
            }
            else if (attribute.Name.LocalName == "href" && from.Name.LocalName.EndsWith("Gradient", StringComparison.Ordinal) && Own().IsMatch(attribute.Value))
            {
                copy.SetAttributeValue("href", attribute.Value); // the colours of another gradient of the same drawing
            }
            else if (attribute.Name.Namespace == XNamespace.None || attribute.Name.LocalName == "href")
            {
                leftOut.Add(attribute.Name.LocalName);
            }
        }

        foreach (var child in from.Elements())
        {
            var name = child.Name.LocalName;
            if (child.Name.Namespace == Svg && (Shapes.Contains(name) || Holders.Contains(name)))
            {
                copy.Add(Copy(child, leftOut, depth + 1, ref left));
            }
            else if (child.Name.Namespace == Svg && !Unseen.Contains(name))
            {
                leftOut.Add(name);
            }
        }

        return copy;
    }

    private static bool IsPlain(string value) => OwnAddress().IsMatch(value)
        || (PlainValue().IsMatch(value) && !value.Contains("url", StringComparison.OrdinalIgnoreCase));

    private static double Size(XElement root, string name) =>
        double.TryParse((root.Attribute(name)?.Value ?? "").Replace("px", "", StringComparison.Ordinal), NumberStyles.Float,
            CultureInfo.InvariantCulture, out var size) && size is > 0 and < 100_000 ? size
        : throw new RuleException("El SVG no dice de qué tamaño es (le falta viewBox). Guárdelo de nuevo como «SVG simple» o envíe un PNG.");

    [GeneratedRegex(@"^[\w\s.,()#%+-]*$", RegexOptions.NonBacktracking)]
    private static partial Regex PlainValue();

    [GeneratedRegex(@"^#[\w.-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Own();

    [GeneratedRegex(@"^\s*url\(\s*#[\w.-]+\s*\)\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex OwnAddress();
}
