using System.Xml.Linq;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>
/// What one element of the copy may have: attributes, each with the kinds of value it may hold, children, and whether it holds letters that are shown.
/// </summary>
internal sealed record DocxRule(IReadOnlyDictionary<XName, string> Attributes, IReadOnlySet<XName> Children, bool HasText);
