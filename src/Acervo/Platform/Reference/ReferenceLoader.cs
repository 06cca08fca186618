using System.Reflection;
using System.Text.Json;
using Acervo.Platform.Text;
using CsvHelper;
using Microsoft.EntityFrameworkCore;

namespace Acervo.Platform.Reference;

/// <summary>Brings the catalogues that ship with the program into the database: adds and updates, never deletes, never overwrites an edit
/// and leaves alone what another entity emptied.</summary>
public sealed class ReferenceLoader(AppDb db)
{
    internal const string Prefix = "Acervo.Reference.";

    private static readonly Lazy<List<CatalogueFile>> Files =
        new(() => JsonSerializer.Deserialize<List<CatalogueFile>>(Read("catalogues.json"), JsonSerializerOptions.Web)!);

    /// <summary>The catalogues that say what is of one place and one entity, each with its name anywhere else.</summary>
    internal static IReadOnlyDictionary<string, string> OfOnePlace { get; } =
        Files.Value.Where(file => file.NameElsewhere is not null).ToDictionary(file => file.Code, file => file.NameElsewhere!, StringComparer.Ordinal);

    public async Task LoadAsync(CancellationToken cancel = default)
    {
        var files = Files.Value.ToList();
        var known = await db.Catalogues.ToDictionaryAsync(catalogue => catalogue.Code, cancel);
        var terms = await db.Terms.Include(term => term.Aliases).ToListAsync(cancel);
        foreach (var file in files)
        {
            var source = JsonDocument.Parse(Read($"{file.File}.csv.meta.json")).RootElement.GetProperty("fuente").GetString()!;
            if (known.TryGetValue(file.Code, out var catalogue))
            {
                if (catalogue.EmptiedAt is not null)
                {
                    continue;
                }

                (catalogue.Name, catalogue.Source) = (file.Name, source);
            }
            else
            {
                db.Catalogues.Add(new Catalogue { Code = file.Code, Name = file.Name, Source = source });
            }

            LoadTerms(file, source, terms);
        }

        await db.SaveChangesAsync(cancel);
        LinkParents([.. files.Where(file => !known.TryGetValue(file.Code, out var catalogue) || catalogue.EmptiedAt is null)], terms);
        await db.SaveChangesAsync(cancel);
    }

    private void LoadTerms(CatalogueFile file, string source, List<Term> terms)
    {
        var mine = terms.Where(term => term.Catalogue == file.Code).ToDictionary(term => term.Code);
        var order = 0;
        foreach (var row in Rows($"{file.File}.csv").Where(row => row[file.NameColumn].Length > 0))
        {
            var name = row[file.NameColumn];
            var code = file.CodeColumn is null ? Slug.Of(name) : row[file.CodeColumn];
            if (!mine.TryGetValue(code, out var term))
            {
                term = new Term { Catalogue = file.Code, Code = code, Name = name };
                mine.Add(code, term);
                terms.Add(term);
                db.Terms.Add(term);
            }
            else if (term.EditedAt is not null)
            {
                continue;
            }

            term.Name = name;
            term.Sort = ++order;
            term.Short = file.ShortColumn is null ? "" : row[file.ShortColumn];
            term.Source = row.GetValueOrDefault("fuente") ?? source;
            term.Confidence = row.GetValueOrDefault("confianza") ?? "";
            if (file is { AliasColumn: not null, AliasFile: null })
            {
                AddAlias(term, row[file.AliasColumn]);
            }
        }

        if (file.AliasFile is not null)
        {
            var byName = mine.Values.ToDictionary(term => term.Name);
            foreach (var row in Rows($"{file.AliasFile}.csv").Where(row => byName.ContainsKey(row[file.AliasOfColumn!])))
            {
                AddAlias(byName[row[file.AliasOfColumn!]], row[file.AliasColumn!]);
            }
        }
    }

    private static void LinkParents(List<CatalogueFile> files, List<Term> terms)
    {
        foreach (var file in files.Where(file => file.ParentCatalogue is not null))
        {
            var parents = terms.Where(term => term.Catalogue == file.ParentCatalogue).ToList();
            foreach (var row in Rows($"{file.File}.csv").Where(row => row[file.NameColumn].Length > 0))
            {
                var code = file.CodeColumn is null ? Slug.Of(row[file.NameColumn]) : row[file.CodeColumn];
                var parent = parents.Find(term => term.Code == row[file.ParentColumn!] || term.Name == row[file.ParentColumn!]);
                var child = terms.First(term => term.Catalogue == file.Code && term.Code == code);
                child.ParentId = child.EditedAt is null ? parent?.Id : child.ParentId;
            }
        }
    }

    private static void AddAlias(Term term, string alias)
    {
        if (alias.Length > 0 && alias != term.Name && !term.Aliases.Exists(known => known.Alias == alias))
        {
            term.Aliases.Add(new TermAlias { Alias = alias });
        }
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        using var csv = CsvReader.FromText(Read(file));
        csv.ReadHeader();
        var columns = csv.Headers;
        while (csv.Read())
        {
            yield return columns.Select((name, i) => (name, Value: csv.GetString(i).Trim())).ToDictionary(cell => cell.name, cell => cell.Value);
        }
    }

    private static string Read(string file)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + file)!);
        return reader.ReadToEnd();
    }

    /// <summary>How one CSV file becomes a catalogue.</summary>
    private sealed record CatalogueFile(
        string Code, string Name, string File, string? CodeColumn, string NameColumn, string? ShortColumn,
        string? ParentCatalogue, string? ParentColumn, string? NameElsewhere, string? AliasFile, string? AliasColumn, string? AliasOfColumn);
}
