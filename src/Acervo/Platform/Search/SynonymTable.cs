using System.Text.RegularExpressions;
using Acervo.Platform.Reference;
using Acervo.Platform.Search.Words;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Search;

/// <summary>
/// Fills table <c>site.synonyms</c>: the code, the name and every other name of a term of catalogue <c>sinonimos</c> mean the same, each way round, and
/// so do the name and the acronym of a term of any other. To be run after a catalogue is loaded or edited, inside the same transaction where there is one.
/// </summary>
public sealed partial class SynonymTable(AppDb db)
{
    public const string Catalogue = "sinonimos";

    public async Task FillAsync(DateOnly today, CancellationToken cancel = default)
    {
        var terms = await db.Set<Term>().AsNoTracking()
            .Where(term => (term.ValidFrom == null || term.ValidFrom <= today) && (term.ValidTo == null || term.ValidTo >= today)
                && (term.Catalogue == Catalogue || term.Short != ""))
            .Select(term => new { term.Catalogue, term.Code, term.Name, term.Short, Aliases = term.Aliases.Select(alias => alias.Alias).ToList() })
            .ToListAsync(cancel);
        var pairs = terms.SelectMany(term => term.Catalogue == Catalogue ? Pairs([term.Code, term.Name, .. term.Aliases])
            : Acronym().IsMatch(term.Short) ? Pairs([term.Short, term.Name]) : []).Distinct().ToList();
        string[] asked = [.. pairs.Select(pair => pair.Term)], meant = [.. pairs.Select(pair => pair.Meaning)];
        await db.Database.ExecuteSqlAsync($"""
            DELETE FROM site.synonyms;
            INSERT INTO site.synonyms (term, meaning) SELECT * FROM unnest({asked}, {meant})
            """, cancel);
    }

    private static IEnumerable<(string Term, string Meaning)> Pairs(string[] names)
    {
        var known = names.Select(name => (Name: name, StemRun.Read(name)?.Key)).Where(one => one.Key is not null).ToList();
        return from one in known from other in known where other.Key != one.Key select (one.Key!, other.Name);
    }

    [GeneratedRegex(@"^\p{Lu}[\p{Lu}\d]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Acronym();
}
