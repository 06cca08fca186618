using Acervo.Platform.Accounts;
using Acervo.Platform.Editorial;
using Acervo.Platform.Editorial.Asking;
using Acervo.Platform.Editorial.InUse;
using Acervo.Ui.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Editorial.Publishing;

/// <summary>What the public wrote about a ficha: for those who write it, and for whoever reviews in its unit once all of them left.</summary>
[Allow]
internal sealed class AskedModel(AppDb db, Me me, IConfiguration configuration) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    internal Dossier Dossier { get; private set; } = null!;

    internal IReadOnlyList<Inquiry> Rows { get; private set; } = [];

    internal int Total { get; private set; }

    internal int Interested { get; private set; }

    internal int KeepDays => InquirySettings.Of(configuration).KeepDays;

    internal Pages Pages => new(Math.Max(1, Number), (Total + PageSize - 1) / PageSize, page => $"?pagina={page}");

    public async Task OnGetAsync(int id, CancellationToken cancel)
    {
        Dossier = await db.GetForAsync(id, me, cancel);
        if (!Dossier.IsBy(me.Id) && !await UseQuestion.Left(db, db.Dossiers.Where(one => one.Id == id)).AnyAsync(cancel))
        {
            throw new NotFoundException($"messages of dossier {id}");
        }

        var about = db.Inquiries.AsNoTracking().About(Dossier);
        Total = await about.CountAsync(cancel);
        Interested = await about.CountAsync(one => one.Purpose == InquiryPurpose.Apply, cancel);
        Rows = await about.Skip((Math.Clamp(Number, 1, 10_000) - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
    }
}
