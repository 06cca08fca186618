using Acervo.Platform.Reference;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Modules.Admin.Catalogues;

/// <summary>Which columns of a catalogue are worth showing: one that is empty in every term is noise.</summary>
internal sealed record TermColumns(bool Short, bool Aliases, bool Validity, bool Sources, bool Confidence, bool Edits)
{
    public static async Task<TermColumns> OfAsync(IQueryable<Term> terms, string source, CancellationToken cancel) => new(
        await terms.AnyAsync(term => term.Short != "", cancel),
        await terms.AnyAsync(term => term.Aliases.Any(), cancel),
        await terms.AnyAsync(term => term.ValidFrom != null || term.ValidTo != null, cancel),
        await terms.AnyAsync(term => term.Source != "" && term.Source != source, cancel),
        await terms.AnyAsync(term => term.Confidence != "", cancel),
        await terms.AnyAsync(term => term.EditedAt != null, cancel));
}
