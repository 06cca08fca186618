namespace Acervo.Platform.Editorial.Review;

/// <summary>
/// Configuration section <c>Editorial:Reminders</c>: after how many business days somebody is reminded. At twice that, administrators hear too.
/// </summary>
public sealed class ReminderSettings
{
    public static ReminderSettings Of(IConfiguration configuration) =>
        configuration.GetSection("Editorial:Reminders").Get<ReminderSettings>() ?? new ReminderSettings();

    /// <summary>Sent to review and nobody took it.</summary>
    public int UnclaimedDays { get; set; } = 3;

    /// <summary>Taken and not decided.</summary>
    public int ClaimedDays { get; set; } = 5;

    /// <summary>Approved and not published, or published without a second person and not confirmed.</summary>
    public int PublishDays { get; set; } = 3;

    /// <summary>Changes requested and not sent again.</summary>
    public int ChangesDays { get; set; } = 10;

    /// <summary>Asked whether what they published is in use, and not answered: after that its page says so.</summary>
    public int UseDays { get; set; } = 20;

    /// <summary>Business days before the same thing is said again to the same person.</summary>
    public int RepeatDays { get; set; } = 5;
}
