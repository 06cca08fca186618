using System.Globalization;
using System.Xml.Linq;
using static Acervo.Platform.Documents.Cleaning.XlsxCleaner;

namespace Acervo.Platform.Documents.Cleaning;

/// <summary>The texts of the copy, each once: only those that a cell shows, and of each only the letters that are drawn.</summary>
internal sealed class XlsxTexts(XElement? shared, XlsxStyles styles, CleaningNotes notes)
{
    private readonly List<XElement> originals = [.. shared?.Elements(S + "si") ?? []];
    private readonly Dictionary<string, int> written = new(StringComparer.Ordinal);
    private readonly List<XElement> items = [];

    public XElement Root => new(S + "sst", new XAttribute("uniqueCount", items.Count), items);

    /// <summary>The place of what is seen of a text of the original; null when nothing is.</summary>
    public int? Copy(XElement cell, XlsxLook look)
    {
        var source = Original(cell);

        // A text is whole or in pieces; where a file says both, only the whole one is drawn.
        if (source is not null && Shown(source) is { Length: > 0 } text && XlsxSigns.BeforeGap(text) is var near && near.Length < text.Length)
        {
            return Add(near, look);
        }

        var runs = (source?.Element(S + "t") is { } whole ? [whole] : source?.Elements(S + "r"))?.Select(run => Run(run, look)).ToList();
        if (runs is null or [])
        {
            return null;
        }

        var ground = look.Ground ?? SeenColour.White;
        var seen = runs.Where(run => run.Letters.AreSeenOn(ground) && run.Text is { Length: > 0 }).ToList();
        notes.Add("fragmentos de texto que no se ven dentro de celdas",
            runs.Count - seen.Count(run => run.Text is not null) - runs.Count(run => run.Text is { Length: 0 }));
        return seen switch
        {
            [] => null,
            _ when seen.TrueForAll(run => run.Letters == look.Letters) || look.Format != "General" => Add(string.Concat(seen.Select(run => run.Text)), look),
            _ => Add(seen),
        };
    }

    /// <summary>The place of a text that is seen whole.</summary>
    public int? Add(string text, XlsxLook look)
    {
        var near = XlsxSigns.BeforeGap(text);
        notes.Add("textos apartados de la vista con espacios o renglones vacíos", near.Length < text.Length ? 1 : 0);
        var drawn = look.Letters.AreSigns ? XlsxSigns.Drawn(near) : XlsxSigns.WithShape(near);
        if (look.Letters.AreSigns && drawn is null)
        {
            notes.Add("textos en letras de símbolos, que no se leen como se ven");
        }

        return drawn is null || XlsxShown.Of(drawn, look.Format, look.Ground ?? SeenColour.White) is not { Length: > 0 } shown ? null
            : Add([new XElement(S + "t", Space, shown)]);
    }

    /// <summary>How many letters the text of a cell has.</summary>
    public int Length(XElement cell) => Original(cell)?.Value.Length ?? cell.Element(S + "v")?.Value.Length ?? 0;

    private static string Shown(XElement source) =>
        source.Element(S + "t")?.Value ?? string.Concat(source.Elements(S + "r").Elements(S + "t").Select(each => each.Value));

    private XElement? Original(XElement cell) => (string?)cell.Attribute("t") == "s"
        ? int.TryParse(cell.Element(S + "v")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < originals.Count ? originals[at] : null
        : cell.Element(S + "is");

    private int Add(List<(string? Text, XlsxLetters Letters)> runs) =>
        Add([.. runs.Select(run => new XElement(S + "r", XlsxStyleSheet.Letters(run.Letters, "rPr"), new XElement(S + "t", Space, run.Text)))]);

    private int Add(XElement[] content)
    {
        var item = new XElement(S + "si", content);
        var key = item.ToString(SaveOptions.DisableFormatting);
        if (!written.TryGetValue(key, out var at))
        {
            written[key] = at = items.Count;
            items.Add(item);
        }

        return at;
    }

    private static XAttribute Space => new(XNamespace.Xml + "space", "preserve");

    private (string? Text, XlsxLetters Letters) Run(XElement run, XlsxLook look)
    {
        var text = run.Name == S + "t" ? run.Value : string.Concat(run.Elements(S + "t").Select(each => each.Value));
        var letters = run.Element(S + "rPr") is { } own ? Inherited(styles.Letters(own), own, look.Letters) : look.Letters;
        return (letters.AreSigns && !look.Letters.AreSigns ? XlsxSigns.Drawn(text) : look.Letters.AreSigns ? text : XlsxSigns.WithShape(text), letters);
    }

    // A run that names no size or colour takes that of its cell.
    private static XlsxLetters Inherited(XlsxLetters letters, XElement own, XlsxLetters cell) => letters with
    {
        Size = own.Element(S + "sz") is null ? cell.Size : letters.Size,
        Colour = own.Element(S + "color") is null ? cell.Colour : letters.Colour,
    };
}
