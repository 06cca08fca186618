namespace Acervo.Platform.Mail;

/// <summary>What a letter is about: how soon it leaves, and for how long it is worth sending.</summary>
/// <param name="Name">As <c>app.outbox.kind</c> keeps it.</param>
/// <param name="Lane">Letters of a lower lane leave first, however long the others have waited.</param>
/// <param name="GoodFor">After this, unsent, it is given up.</param>
public sealed record LetterKind(string Name, int Lane, TimeSpan GoodFor)
{
    /// <summary>Something happened to a record: after a week its people have seen it on the site.</summary>
    public static readonly LetterKind Notice = new("notice", 1, TimeSpan.FromDays(7));

    /// <summary>A reminder is written again, with what waits then.</summary>
    public static readonly LetterKind Reminder = new("reminder", 1, TimeSpan.FromDays(2));

    /// <summary>To many people at once: everybody else goes before.</summary>
    public static readonly LetterKind Bulletin = new("bulletin", 2, TimeSpan.FromDays(2));

    /// <summary>Somebody must know, however late.</summary>
    public static readonly LetterKind Alarm = new("alarm", 0, TimeSpan.FromDays(30));

    /// <summary>A link that opens an account: somebody looks at an empty inbox meanwhile. It dies with the link, and its text is not kept longer.</summary>
    public static LetterKind Account(TimeSpan term) => new("account", 0, term);
}
