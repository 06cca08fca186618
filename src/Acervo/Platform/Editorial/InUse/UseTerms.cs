using Acervo.Platform.Calendar;
using Acervo.Platform.Editorial.Review;
using Acervo.Platform.Publications;

namespace Acervo.Platform.Editorial.InUse;

/// <summary>
/// When the authors of something are asked whether it is in use. The day of the question and the end of its term are kept with what is published, so that
/// inbox, letters and page speak of the same days.
/// </summary>
public sealed class UseTerms(EditorialKinds kinds, BusinessCalendar calendar, IConfiguration configuration)
{
    private readonly ReminderSettings limits = ReminderSettings.Of(configuration);

    /// <summary>Counted from a moment at which it was in use, such as that of its publication; null when its kind is not asked.</summary>
    public async Task<NextLook?> AfterAsync(string kind, DateTime said, CancellationToken cancel)
    {
        if (kinds.Find(kind)?.AskedEvery is not { } months)
        {
            return null;
        }

        var asked = said.BogotaDay().AddMonths(months);
        var last = await calendar.AddAsync(asked, limits.UseDays, cancel);
        return new NextLook(Begins(asked), Begins(last.AddDays(1)));
    }

    private static DateTime Begins(DateOnly day) => day.ToDateTime(TimeOnly.MinValue).BogotaToUtc();
}
