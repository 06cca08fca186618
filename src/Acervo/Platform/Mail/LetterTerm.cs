namespace Acervo.Platform.Mail;

/// <summary>For how long a letter is worth sending, by what it is about; a link that opens something brings its own term.</summary>
public static class LetterTerm
{
    /// <summary>Something happened to a record: after a week its people have seen it on the site.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(7);

    /// <summary>A reminder is written again, with what waits then.</summary>
    public static readonly TimeSpan Reminder = TimeSpan.FromDays(2);

    /// <summary>Somebody must know, however late.</summary>
    public static readonly TimeSpan Alarm = TimeSpan.FromDays(30);
}
