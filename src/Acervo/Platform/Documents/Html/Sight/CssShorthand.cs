namespace Acervo.Platform.Documents.Html.Sight;

/// <summary>Writes the short and the logical names of properties as the long ones that decide what is seen.</summary>
internal static class CssShorthand
{
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["inset-inline-start"] = "left",
        ["inset-inline-end"] = "right",
        ["inset-block-start"] = "top",
        ["inset-block-end"] = "bottom",
        ["margin-inline-start"] = "margin-left",
        ["margin-block-start"] = "margin-top",
        ["padding-inline-start"] = "padding-left",
        ["block-size"] = "height",
        ["inline-size"] = "width",
        ["max-block-size"] = "max-height",
        ["max-inline-size"] = "max-width",
        ["overflow-x"] = "overflow",
        ["overflow-y"] = "overflow",
        ["overflow-block"] = "overflow",
        ["overflow-inline"] = "overflow",
        ["-webkit-background-clip"] = "background-clip",
        ["-webkit-clip-path"] = "clip-path",
        ["-webkit-transform"] = "transform",
        ["-webkit-filter"] = "filter",
        ["-webkit-opacity"] = "opacity",
        ["-webkit-mask"] = "mask",
        ["-webkit-mask-image"] = "mask",
        ["mask-image"] = "mask",
        ["-webkit-mask-box-image"] = "mask",
    };

    public static IEnumerable<CssDeclaration> Expand(CssDeclaration one) => one.Name switch
    {
        "background" or "background-image" => Background(one),
        "font" => [one with { Name = "font-size", Value = Size(one.Value) }],
        "inset" => Sides(one, ["top", "right", "bottom", "left"]),
        "inset-inline" => Pair(one, "left", "right"),
        "inset-block" => Pair(one, "top", "bottom"),
        "margin" => Sides(one, ["margin-top", "", "", "margin-left"]),
        "margin-inline" => Pair(one, "margin-left", ""),
        "margin-block" => Pair(one, "margin-top", ""),
        "padding" => Sides(one, ["", "", "", "padding-left"]),
        "grid-template" => [one with { Name = "grid-template-rows", Value = one.Value.Split('/')[0].Trim() }],
        _ => [one with { Name = Aliases.GetValueOrDefault(one.Name, one.Name) }],
    };

    /// <summary>The colour behind the letters; of a gradient the colours it is made of. A picture is not looked at, so nothing is known of it.</summary>
    private static IEnumerable<CssDeclaration> Background(CssDeclaration one)
    {
        var layers = CssRules.Pieces(one.Value, ',').ToList();
        var parts = CssRules.Pieces(layers[^1], ' ').Select(part => part.Trim()).ToList();
        var gradient = layers.SelectMany(layer => CssRules.Pieces(layer, ' ')).FirstOrDefault(part => part.Contains("gradient(", StringComparison.Ordinal));
        var colour = gradient ?? parts.Find(part => part.Contains("var(", StringComparison.Ordinal) || CssColour.IsColour(part));
        if (one.Name == "background" || gradient is not null)
        {
            yield return one with { Name = "background-color", Value = colour ?? "transparent" };
        }
    }

    private static string Size(string font)
    {
        foreach (var part in CssRules.Pieces(font, ' ').Select(part => CssRules.Pieces(part, '/').First().Trim()))
        {
            if (part.Length > 0 && !part.All(char.IsAsciiDigit) && CssLength.FontSize(part, 16) is not null || part == "0")
            {
                return part;
            }
        }

        return "inherit";
    }

    private static IEnumerable<CssDeclaration> Sides(CssDeclaration one, string[] names)
    {
        var parts = CssRules.Pieces(one.Value, ' ').Where(part => part.Length > 0).ToList();
        return names.Select((name, side) => (name, side)).Where(each => each.name.Length > 0)
            .Select(each => one with
            {
                Name = each.name,
                Value = parts[each.side switch
                {
                    0 => 0,
                    1 => Math.Min(1, parts.Count - 1),
                    2 => parts.Count > 2 ? 2 : 0,
                    _ => parts.Count > 3 ? 3 : Math.Min(1, parts.Count - 1)
                }]
            });
    }

    private static IEnumerable<CssDeclaration> Pair(CssDeclaration one, string first, string second)
    {
        var parts = CssRules.Pieces(one.Value, ' ').Where(part => part.Length > 0).ToList();
        yield return one with { Name = first, Value = parts[0] };
        if (second.Length > 0)
        {
            yield return one with { Name = second, Value = parts[^1] };
        }
    }
}
