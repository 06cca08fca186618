using System.Globalization;
using Acervo.Platform.Audit;

namespace Acervo.Platform.Reference;

/// <summary>
/// One entry of a catalogue: a unit, a policy, a holiday. It has validity and other names. It goes only with the import that brought it, or unused
/// with all that is of another entity.
/// </summary>
public sealed class Term : IRevised, IAudited
{
    public int Id { get; private set; }

    public required string Catalogue { get; init; }

    /// <summary>Stable key inside the catalogue; official codes change, so it need not be one.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>Acronym, colour or figure that goes with the name, as the catalogue defines.</summary>
    public string Short { get; set; } = "";

    /// <summary>What it hangs under, where the catalogue is a tree.</summary>
    public int? ParentId { get; set; }

    public int Sort { get; set; }

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public string Source { get; set; } = "";

    public string Confidence { get; set; } = "";

    /// <summary>When somebody edited it here; the loader then leaves it alone.</summary>
    public DateTime? EditedAt { get; private set; }

    public int Revision { get; private set; }

    public List<TermAlias> Aliases { get; } = [];

    public Deeds Deeds { get; } = new();

    /// <summary>What is wrong with a code in its catalogue, where the site reads something out of it; null when nothing is.</summary>
    public static string? CodeProblem(string catalogue, string code) => catalogue switch
    {
        _ when string.IsNullOrWhiteSpace(code) => "Escriba el código del término.",
        "festivos" when !DateOnly.TryParseExact(code.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out _) => "El código de un festivo es su fecha, como 2027-01-01.",
        "ods" when !int.TryParse(code.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out _) => "El código de un ODS es su número.",
        _ => null,
    };

    /// <summary>A term of our own, which no file brings.</summary>
    public static Term Add(string catalogue, string code, string name, int sort, int by)
    {
        if (CodeProblem(catalogue, code) is { } problem)
        {
            throw new RuleException(problem);
        }

        var term = new Term { Catalogue = catalogue, Code = code.Trim(), Name = name.Trim(), Sort = sort };
        term.Deeds.Add(() => new Deed("term.added", $"term/{term.Id}", by, $"{catalogue}/{term.Code}"));
        return term;
    }

    /// <summary>It is about to be taken away, with the import that brought it or with what was another entity's.</summary>
    public void Leave(int by) => Deeds.Add(() => new Deed("term.removed", $"term/{Id}", by, $"{Catalogue}/{Code}"));

    public bool IsInForce(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);

    public void MoveUnder(int? parentId, DateTime now, int by)
    {
        var before = ParentId;
        (ParentId, EditedAt) = (parentId, now);
        Deeds.Add(() => new Deed("term.moved", $"term/{Id}", by, $"{before} -> {parentId}"));
    }

    public void Edit(string name, string shortText, DateOnly? from, DateOnly? to, IEnumerable<string> aliases, DateTime? now, int by)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new RuleException("Escriba el nombre del término.");
        }

        if (from > to)
        {
            throw new RuleException("La vigencia termina antes de empezar: revise las dos fechas.");
        }

        (Name, Short, ValidFrom, ValidTo, EditedAt) = (name.Trim(), shortText.Trim(), from, to, now);
        var wanted = aliases.Select(alias => alias.Trim()).Where(alias => alias.Length > 0).ToHashSet(StringComparer.Ordinal);
        Aliases.RemoveAll(alias => !wanted.Contains(alias.Alias));
        Aliases.AddRange(wanted.Where(alias => !Aliases.Exists(known => known.Alias == alias)).Select(alias => new TermAlias { Alias = alias }));
        Deeds.Add(() => new Deed("term.edited", $"term/{Id}", by, $"{Catalogue}/{Code}"));
    }
}

/// <summary>Another way in which a term is written in real documents.</summary>
public sealed class TermAlias
{
    public int Id { get; private set; }

    public int TermId { get; private set; }

    public required string Alias { get; init; }
}

/// <summary>A list of terms and where it comes from.</summary>
public sealed class Catalogue
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required string Source { get; set; }

    /// <summary>When what the program ships was taken out of it, for another entity; null while the program fills it.</summary>
    public DateTime? EmptiedAt { get; set; }
}
