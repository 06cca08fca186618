using System.Xml.Linq;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Parts of a file that its looks depend on now and then: lists and fonts, each when there is one.</summary>
internal sealed record SightParts(XElement? Numbering, XElement? Fonts, Func<string, byte[]?> OpenFont)
{
    public static readonly SightParts None = new(null, null, _ => null);
}
