namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The public copy of a document, and what was taken out of it, in sentences for the person who publishes it.</summary>
public sealed record CleanedDocument(byte[] Bytes, IReadOnlyList<string> Removed);
