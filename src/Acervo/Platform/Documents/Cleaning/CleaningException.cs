namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The document cannot be cleaned with certainty; the message tells the person what to do about it.</summary>
public sealed class CleaningException : Exception
{
    public CleaningException(string message)
        : base(message)
    {
    }

    public CleaningException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
