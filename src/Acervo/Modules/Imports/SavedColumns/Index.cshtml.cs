using Acervo.Platform.Accounts;
using Acervo.Platform.Tables.Imports;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acervo.Modules.Imports.SavedColumns;

/// <summary>The columns that are remembered, for whoever may bring in what they belong to.</summary>
[Allow]
internal sealed class IndexModel(MappingShelf shelf) : PageModel
{
    internal IReadOnlyList<(SavedMapping Saved, ImportKind Kind)> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Rows = await shelf.ListAsync(cancel);
}
