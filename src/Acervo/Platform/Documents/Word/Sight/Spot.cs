using System.Xml.Linq;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Where something stands that could be covered: a paragraph, a picture. The slack is how much lower than its top it may stand.</summary>
internal sealed record Spot(XElement Element, Level Top, double Left, double Right, double Height, double Slack, Layer Layer, IReadOnlySet<Ink>? Inks = null);
