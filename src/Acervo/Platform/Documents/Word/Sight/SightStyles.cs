using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>The styles of a document with all that they inherit: each chain is followed once.</summary>
internal sealed class SightStyles
{
    // A style a hundred times removed is made to harm, and chains may go round.
    private const int LongestChain = 100;

    private readonly Dictionary<string, XElement> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (RunTraits Run, ParagraphTraits Paragraph)> resolved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TableLook> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> defaults = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> twins = new(StringComparer.Ordinal);
    private readonly RunProperties runs;
    private readonly Paints paints;

    public SightStyles(XElement? styles, RunProperties runs, Paints paints)
    {
        (this.runs, this.paints) = (runs, paints);
        foreach (var style in styles?.Elements(W + "style") ?? [])
        {
            var id = style.Text("styleId") ?? "";
            // Programs disagree on which of two styles of one name counts: letters must be seen by both.
            if (!byId.TryAdd(id, style))
            {
                twins.TryAdd(id, style);
            }

            if (style.Text("default") is "1" or "true" or "on" && style.Text("type") is { } type)
            {
                defaults.TryAdd(type, id);
            }
        }

        var given = styles?.Element(W + "docDefaults");
        DefaultRun = runs.Read(given?.Element(W + "rPrDefault")?.Element(W + "rPr"));
        DefaultParagraph = ParagraphTraits.Read(given?.Element(W + "pPrDefault")?.Element(W + "pPr"), paints);
    }

    public RunTraits DefaultRun { get; }

    public ParagraphTraits DefaultParagraph { get; }

    public (RunTraits Run, ParagraphTraits Paragraph) Paragraph(string? id) => Of(Known(id) ?? defaults.GetValueOrDefault("paragraph"));

    public RunTraits Character(string? id) => Of(Known(id) ?? defaults.GetValueOrDefault("character")).Run;

    public TableLook Table(string? id)
    {
        id = Known(id) ?? defaults.GetValueOrDefault("table");
        if (id is null)
        {
            return TableLook.Plain;
        }

        if (!tables.TryGetValue(id, out var look))
        {
            tables[id] = look = Chain(id).Aggregate(TableLook.Plain, (below, style) => below.With(style, runs, paints));
        }

        return look;
    }

    private string? Known(string? id) => id is not null && byId.ContainsKey(id) ? id : null;

    private (RunTraits Run, ParagraphTraits Paragraph) Of(string? id)
    {
        if (id is null)
        {
            return (RunTraits.Silent, ParagraphTraits.Silent);
        }

        if (!resolved.TryGetValue(id, out var traits))
        {
            traits = (RunTraits.Silent, ParagraphTraits.Silent);
            foreach (var style in Chain(id))
            {
                traits = (runs.Read(style.Element(W + "rPr")).Over(traits.Run), ParagraphTraits.Read(style.Element(W + "pPr"), paints).Over(traits.Paragraph));
            }

            resolved[id] = traits = Chain(id).Exists(HasHidingTwin) ? (traits.Run with { SpecVanish = true }, traits.Paragraph) : traits;
        }

        return traits;
    }

    private bool HasHidingTwin(XElement style) => twins.TryGetValue(style.Text("styleId") ?? "", out var twin) && Hiding(style) != Hiding(twin);

    private (bool? Vanish, Ink? Letters, double? Size, double? Scale) Hiding(XElement style)
    {
        var run = runs.Read(style.Element(W + "rPr"));
        return (run.Vanish, run.Letters, run.Size, run.Scale);
    }

    /// <summary>The style and those it builds upon, the deepest first.</summary>
    private List<XElement> Chain(string id)
    {
        var chain = new List<XElement>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var next = id; next is not null && chain.Count < LongestChain && seen.Add(next) && byId.TryGetValue(next, out var style);)
        {
            chain.Add(style);
            next = style.Element(W + "basedOn").Val();
        }

        chain.Reverse();
        return chain;
    }
}
