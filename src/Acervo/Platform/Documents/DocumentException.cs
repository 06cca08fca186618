namespace Acervo.Platform.Documents;

/// <summary>A file that cannot be read. The message is a Spanish sentence for the person who sent it and says what to do.</summary>
public sealed class DocumentException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>How every sentence begins that says that a file was not read for want of time: it may be sound, and another try may read it.</summary>
    public const string NoTime = "No alcanzó el tiempo para leer";

    /// <summary>The file may be sound, but there was no time to read it.</summary>
    public static DocumentException OutOfTime(Exception? cause = null) => new($"{NoTime} el archivo. Envíelo de nuevo más tarde; si vuelve a pasar, divídalo "
        + "en partes o guárdelo como documento de Word (.docx).", cause);

    /// <summary>The same for a text so built that reading it again takes as long.</summary>
    public static DocumentException EndlessText(Exception? cause = null) =>
        new($"{NoTime} el texto. Copie las respuestas en el formato oficial y envíelo de nuevo.", cause);
}
