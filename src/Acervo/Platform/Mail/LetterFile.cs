namespace Acervo.Platform.Mail;

/// <summary>A file that travels with a letter, such as an appointment (<c>text/calendar</c>) or minutes in Word.</summary>
public sealed class LetterFile
{
    /// <summary>Mail servers refuse letters of tens of megabytes; what is larger is linked.</summary>
    public const int MostBytes = 10_000_000;

    public long Id { get; private set; }

    public long LetterId { get; private set; }

    public required string Name { get; init; }

    public required string Type { get; init; }

    public required byte[] Bytes { get; init; }
}
