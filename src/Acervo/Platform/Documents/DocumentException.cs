namespace Acervo.Platform.Documents;

/// <summary>A file that cannot be read. The message is a Spanish sentence for the person who sent it and says what to do.</summary>
public sealed class DocumentException(string message, Exception? cause = null) : Exception(message, cause);
