using System.Xml.Linq;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The names that the parts of a Word document are written in.</summary>
internal static class DocxNames
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace R = OfficeXml.Relationships;
    public static readonly XNamespace Wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    public static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public static readonly XNamespace Pic = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    public static readonly XNamespace Wps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
    public static readonly XNamespace Wpg = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup";
    public static readonly XNamespace V = "urn:schemas-microsoft-com:vml";
    public static readonly XNamespace M = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    public static readonly XNamespace Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    public static readonly IReadOnlyDictionary<string, XNamespace> ByPrefix = new Dictionary<string, XNamespace>(StringComparer.Ordinal)
    {
        ["w"] = W,
        ["r"] = R,
        ["wp"] = Wp,
        ["a"] = A,
        ["pic"] = Pic,
        ["wps"] = Wps,
        ["wpg"] = Wpg,
        ["v"] = V,
        ["m"] = M,
    };

    public static bool IsOn(this XElement? toggle) => toggle is not null && (string?)toggle.Attribute(W + "val") is not ("0" or "false" or "off");

    public static string? Val(this XElement? element) => (string?)element?.Attribute(W + "val");
}
