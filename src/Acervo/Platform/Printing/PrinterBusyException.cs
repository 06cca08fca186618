namespace Acervo.Platform.Printing;

/// <summary>Nothing is wrong with what was asked, but it cannot be printed now: 503, with the sentence and when to ask again.</summary>
public sealed class PrinterBusyException(string sentence, TimeSpan retryAfter) : Exception(sentence)
{
    public TimeSpan RetryAfter { get; } = retryAfter;
}
