using Acervo.Platform.Accounts;
using Acervo.Platform.Mail;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Mails;

/// <summary>Every letter the program wrote, newest first.</summary>
[Allow(Role.Administrator)]
internal sealed class IndexModel(AppDb db, MailSettings settings) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "estado")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    internal bool HasServer => settings.HasServer;

    internal IReadOnlyList<MailRow> Rows { get; private set; } = [];

    internal int Total { get; private set; }

    internal Pages Pages => new(Math.Max(1, Number), (Total + PageSize - 1) / PageSize,
        page => $"?q={Uri.EscapeDataString(Words ?? "")}&estado={State}&pagina={page}");

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = State switch
        {
            "espera" => MailRow.Of(db).Where(row => row.SentAt == null && row.DeadAt == null),
            "fallidos" => MailRow.Of(db).Where(row => row.DeadAt != null),
            "enviados" => MailRow.Of(db).Where(row => row.SentAt != null),
            _ => MailRow.Of(db),
        };
        if (!string.IsNullOrWhiteSpace(Words))
        {
            var pattern = LikePattern.Containing(Words);
            found = found.Where(row => EF.Functions.ILike(row.ToAddress, pattern) || EF.Functions.ILike(row.Subject, pattern));
        }

        Total = await found.CountAsync(cancel);
        Rows = await found.OrderByDescending(row => row.Id).Skip(Pages.Skipped(Number, PageSize)).Take(PageSize).ToListAsync(cancel);
    }
}
