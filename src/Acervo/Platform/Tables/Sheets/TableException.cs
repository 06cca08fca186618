namespace Acervo.Platform.Tables.Sheets;

/// <summary>A file that cannot be read as a table. The message is a Spanish sentence for whoever sent it and says what to do.</summary>
public sealed class TableException(string message, Exception? cause = null) : Exception(message, cause);
