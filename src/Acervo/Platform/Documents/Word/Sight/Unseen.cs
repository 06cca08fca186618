using System.Xml.Linq;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>A piece of a document that nobody sees: the element that can be taken out whole, why, and the words in it.</summary>
/// <param name="Element">Letters, a run, a paragraph, a row, a table, a drawing. What stands inside it is not told again.</param>
/// <param name="Reason">Why it is not seen.</param>
/// <param name="Words">Its text as written; empty when it holds none, or only what is shown elsewhere.</param>
/// <param name="Follows">It goes on, in the same line and for the same reason, where the one before it ended.</param>
internal sealed record Unseen(XElement Element, SightReason Reason, string Words, bool Follows = false);
