namespace Acervo.Platform.Forms.Reading;

/// <summary>A piece of the document that ended in no answer. It is shown beside the form, for a person to put where it belongs or leave.</summary>
/// <param name="Text">Its words as they stood, line by line.</param>
/// <param name="Page">Where it stood, when the document has pages.</param>
/// <param name="Near">The question in whose place it stood; null when it stood in none.</param>
public sealed record UnplacedText(string Text, int? Page, string? Near);
