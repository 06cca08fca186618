using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Editorial.Review;

/// <summary>What a person was reminded of on a day. One row a person and day is the rule that nobody gets two such mails.</summary>
public sealed class Reminder
{
    public required int PersonId { get; init; }

    public required DateOnly SentOn { get; init; }

    /// <summary>What the mail spoke of, as <see cref="Overdue.Key"/>.</summary>
    public required string[] Items { get; init; }

    public static void Describe(ModelBuilder model) =>
        model.Entity<Reminder>().ToTable("reminders").HasKey(reminder => new { reminder.PersonId, reminder.SentOn });
}
