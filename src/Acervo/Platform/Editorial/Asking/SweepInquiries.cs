using System.ComponentModel;
using Acervo.Platform.Calendar;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Acervo.Platform.Editorial.Asking;

/// <summary>Every night: forgets who wrote long ago, and their questions; that somebody wanted to put a thing to use, where and what for stays.</summary>
[DisplayName("Borrar los datos de quienes escribieron al equipo")]
[DisallowConcurrentExecution]
internal sealed class SweepInquiries(AppDb db, IConfiguration configuration, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var old = db.Inquiries.Where(one => one.AskedAt < clock.Now().AddDays(-InquirySettings.Of(configuration).KeepDays));
        await old.Where(one => one.Purpose == InquiryPurpose.Ask).ExecuteDeleteAsync(cancellationToken);
        await old.Where(one => one.Email != "").ExecuteUpdateAsync(
            set => set.SetProperty(one => one.Name, "").SetProperty(one => one.Email, ""), cancellationToken);
    }
}
