using Acervo.Platform.Publications;
using Acervo.Platform.Text;
using Acervo.Ui;
using Acervo.Ui.Parts;

namespace Acervo.Platform.Search.Listing;

/// <summary>The ways to narrow a search, as the column beside its results shows them: kinds, facets, ranges.</summary>
internal sealed class FacetColumn(SearchAddress address, SearchResult answer, PublicationKinds kinds)
{
    /// <summary>Values of a facet that are seen at once.</summary>
    private const int Few = 12;

    /// <summary>Values on one page, when all are asked for: more are looked for by their words.</summary>
    private const int Most = 200;

    /// <summary>Facets that stand open.</summary>
    private const int FirstOpen = 4;

    public Facets Show()
    {
        List<Ui.Parts.Facet> facets =
        [
            .. Kinds(),
            .. kinds.FacetGroups.Select(group => FacetOf(group, kinds.TitleOf(group), OptionsOf(group)))
                .Where(facet => facet.Options.Count > 0 || facet.Form is not null),
        ];
        var ends = address.Ranges.SelectMany(range => new[] { range.From, range.To });
        return new Facets(
            [
                .. facets.Select((facet, place) => facet with { Open = facet.Open || place < FirstOpen || facet.Chosen.Count > 0 }),
                .. address.Ranges.Select(RangeOf),
            ],
            address.IsNarrowed ? address.Clear : null)
        {
            IsOpened = address.Opened.Length > 0,
            Together = new FacetForm(address.Path, address.FieldsBut([.. kinds.FacetGroups, SearchAddress.KindGroup, .. ends]), [], "Aplicar los filtros"),
        };
    }

    /// <summary>Only where there is something to choose between, or something chosen.</summary>
    private IEnumerable<Ui.Parts.Facet> Kinds()
    {
        var absent = answer.Kinds.Count == 0 ? [] : address.Request.Kinds.Where(kind => answer.Kinds.All(counted => counted.Kind != kind));
        List<KindCount> shown = [.. answer.Kinds, .. absent.Select(kind => new KindCount(kind, 0, IsChosen: true))];
        return shown.Count < 2 && !shown.Exists(kind => kind.IsChosen) ? []
            : [FacetOf(SearchAddress.KindGroup, "Tipo", [.. shown.Where(kind => kind.Count > 0 || kind.IsChosen).OrderByDescending(kind => kind.Count)
                .Select(kind => new FacetOption(kinds.Of(kind.Kind).Plural, kind.Count, HrefOf(SearchAddress.KindGroup, kind.Kind, kind.IsChosen),
                    kind.IsChosen) { Value = kind.Kind })])];
    }

    /// <summary>The values of a group. One that the address names and nothing published has narrows too, so it must be seen to be taken away.</summary>
    private List<FacetOption> OptionsOf(string group)
    {
        var counted = answer.Facets.FirstOrDefault(counts => counts.Group == group)?.Values ?? [];
        var unknown = address.Request.Chosen.Where(chosen => chosen.Group == group && !counted.Any(value => value.Facet.Code == chosen.Code));
        return
        [
            .. unknown.Select(chosen => new FacetOption(chosen.Code, 0, address.Without(group, chosen.Code), Chosen: true) { Value = chosen.Code }),
            .. counted.Select(value => new FacetOption(value.Facet.Label, value.Count, HrefOf(group, value.Facet.Code, value.IsChosen), value.IsChosen)
            {
                Value = value.Facet.Code,
            }),
        ];
    }

    private string HrefOf(string group, string code, bool isChosen) => isChosen ? address.Without(group, code) : address.With(group, code);

    /// <summary>A few values with a way to all, or all with a way to look among them: links and a form, so that it needs no script.</summary>
    private Ui.Parts.Facet FacetOf(string group, string title, List<FacetOption> options)
    {
        var anchor = "faceta-" + group;
        if (address.Opened != group)
        {
            return new Ui.Parts.Facet(title, [.. options.Take(Few)], Open: false)
            {
                Name = group,
                Anchor = anchor,
                Chosen = [.. options.Where(option => option.Chosen)],
                More = options.Count > Few
                    ? new MenuItem($"Ver todas las opciones ({Spanish.Number(options.Count)})", $"{address.Opening(group)}#{anchor}") : null,
            };
        }

        var sought = Slug.Fold(address.Sought);
        var found = options.FindAll(option => option.Chosen || Slug.Fold(option.Text).Contains(sought, StringComparison.Ordinal));
        return new Ui.Parts.Facet(title, [.. found.Take(Most)])
        {
            Name = group,
            Anchor = anchor,
            More = new MenuItem("Ver menos", $"{address.Opening("")}#{anchor}"),
            Form = new FacetForm(address.Path, [.. address.FieldsBut(), (SearchAddress.OpenedName, group)],
                [new FacetBox(SearchAddress.SoughtName, $"Buscar en «{title}»", address.Sought, "search")], "Buscar")
            {
                Note = found.Count > Most ? $"Se muestran {Most} de {Spanish.Number(found.Count)} opciones: escriba una parte del nombre que busca."
                    : found.Count == 0 ? "Ninguna opción tiene esas palabras. Pruebe con otras." : null,
            },
        };
    }

    private Ui.Parts.Facet RangeOf(RangeTitle range)
    {
        var asked = address.Asked.FirstOrDefault(one => one.Range == range);
        var type = range.IsDay ? "date" : "text";
        return new Ui.Parts.Facet(range.Title, [], Open: asked is not null)
        {
            Anchor = "faceta-" + range.Group,
            Chosen = asked is { Wrong: null } ? [new FacetOption(asked.Words, 0, address.Without(range), Chosen: true)] : [],
            Form = new FacetForm(address.Path, address.FieldsBut(range.From, range.To),
                [new FacetBox(range.From, range.FromWords, asked?.From ?? "", type), new FacetBox(range.To, range.ToWords, asked?.To ?? "", type)], "Aplicar")
            {
                IsShared = true,
                Error = asked?.Wrong,
            },
        };
    }
}
