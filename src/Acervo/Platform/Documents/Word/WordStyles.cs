using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Acervo.Platform.Documents.Word;

/// <summary>What a paragraph inherits from its style.</summary>
internal sealed record WordStyle(int? Heading, bool Bold, bool Muted, NumberingProperties? Numbering);

/// <summary>Resolves style chains: the ids are in the language of the Word that made the file, so only their properties count.</summary>
internal sealed class WordStyles
{
    private static readonly WordStyle Plain = new(null, false, false, null);

    private readonly Dictionary<string, Style> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordStyle> resolved = new(StringComparer.Ordinal);

    public WordStyles(Styles? styles)
    {
        foreach (var style in styles?.Elements<Style>() ?? [])
        {
            byId.TryAdd(style.StyleId?.Value ?? "", style);
        }
    }

    public WordStyle Of(Paragraph paragraph)
    {
        var style = Of(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value);
        var level = paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value;
        return level is < 6 ? style with { Heading = level + 1 } : style;
    }

    public WordStyle Of(string? id)
    {
        if (id is null || !byId.ContainsKey(id))
        {
            return Plain;
        }

        if (!resolved.TryGetValue(id, out var style))
        {
            resolved[id] = style = Resolve(id);
        }

        return style;
    }

    public static bool? On(OnOffType? toggle) => toggle is null ? null : toggle.Val is null || toggle.Val.Value;

    /// <summary>A grey of the middle range, or the theme's dark grey: the colour of instructions.</summary>
    public static bool? IsGrey(OpenXmlCompositeElement? properties)
    {
        if (properties?.GetFirstChild<Color>() is not { } color)
        {
            return null;
        }

        if (color.Val?.Value is { Length: 6 } hex && int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb))
        {
            return IsGrey(rgb);
        }

        return false;
    }

    public static bool IsGrey(int rgb)
    {
        var (red, green, blue) = (rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
        return Math.Max(red, Math.Max(green, blue)) - Math.Min(red, Math.Min(green, blue)) < 24 && red is > 0x58 and < 0xE0;
    }

    private WordStyle Resolve(string id)
    {
        var result = Plain;
        foreach (var style in Chain(id).Reverse())
        {
            var run = style.StyleRunProperties;
            result = new WordStyle(
                Level(style) ?? result.Heading,
                On(run?.Bold) ?? result.Bold,
                IsGrey(run) ?? result.Muted,
                style.StyleParagraphProperties?.NumberingProperties ?? result.Numbering);
        }

        return result;
    }

    /// <summary>Word counts outline levels from zero; those past six are body text.</summary>
    private static int? Level(Style style) => style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } level && level < 6 ? level + 1 : null;

    private IEnumerable<Style> Chain(string id)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (string? next = id; next is not null && seen.Add(next) && byId.TryGetValue(next, out var style); next = style.BasedOn?.Val?.Value)
        {
            yield return style;
        }
    }
}
