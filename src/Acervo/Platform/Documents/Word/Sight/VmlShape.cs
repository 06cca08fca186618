using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Reads the shapes of the older drawings (VML), whose place and size stand in a <c>style</c>.</summary>
internal static class VmlShape
{
    public static BoxFrame Frame(XElement shape, BoxFrame around)
    {
        var style = Style(shape.Text("style"));
        var inset = Style(shape.Element(V + "textbox")?.Text("style"));
        var isText = shape.Element(V + "textbox") is not null;
        var inGroup = shape.Parent?.Name == V + "group";
        var (width, height) = (Length(style, "width", inGroup, around.ScaleAcross), Length(style, "height", inGroup, around.ScaleDown));
        var grows = inset.GetValueOrDefault("mso-fit-shape-to-text") is "t" or "true";
        var room = (shape.Text("coordsize") ?? "").Split(',');
        return new BoxFrame
        {
            Hidden = IsHidden(style) || IsHidden(inset),
            Width = isText ? width : null,
            Height = isText ? height : null,
            Across = Place(style, ["margin-left", "left"], "mso-position-horizontal-relative", inGroup, "column"),
            Down = Place(style, ["margin-top", "top"], "mso-position-vertical-relative", inGroup, "paragraph"),
            ScaleAcross = Share(width, room[0]),
            ScaleDown = Share(height, room[^1]),
            TextWidth = width - Inset(shape, 0) - Inset(shape, 2),
            TextHeight = grows ? null : height - Inset(shape, 1) - Inset(shape, 3),
        };
    }

    public static IReadOnlyList<Ink>? Fill(XElement shape)
    {
        var isFilled = (shape.Text("filled") ?? shape.Element(V + "fill")?.Text("on")) is not ("f" or "false" or "0");
        var opacity = shape.Element(V + "fill")?.Text("opacity") is { } text ? Opacity(text) : 1;
        return isFilled && opacity > 0 && !IsPlain(shape) ? [new Ink(Rgb.Parse(shape.Text("fillcolor")) ?? Rgb.White, opacity)] : null;
    }

    // A group and a line paint nothing.
    private static bool IsPlain(XElement shape) => shape.Name.LocalName is "group" or "line" or "image";

    private static bool IsHidden(Dictionary<string, string> style) => style.GetValueOrDefault("visibility") is "hidden" or "collapse"
        || style.GetValueOrDefault("display") == "none" || style.GetValueOrDefault("mso-hide") is "all" or "screen";

    private static Offset Place(Dictionary<string, string> style, string[] names, string from, bool inGroup, string otherwise)
    {
        if (!inGroup && style.GetValueOrDefault($"mso-{names[^1]}-percent") is { } share)
        {
            return new Offset(Number(share) / 1000 * PageFrame.Letter.Width, "page");
        }

        var at = names.Select(style.GetValueOrDefault).FirstOrDefault(text => text is not null);
        return at is null || inGroup || style.GetValueOrDefault("position") != "absolute"
            ? Offset.None
            : new Offset(Points(at, 1), style.GetValueOrDefault(from, otherwise) switch { "text" or "char" or "line" => otherwise, var other => other });
    }

    private static double? Length(Dictionary<string, string> style, string name, bool inGroup, double scale) =>
        style.TryGetValue(name, out var text) && Points(text, 1) is { } size ? size * (inGroup ? scale : 1) : null;

    private static double Inset(XElement shape, int side) =>
        Points(shape.Element(V + "textbox")?.Text("inset")?.Split(',').ElementAtOrDefault(side)?.Trim(), 1) ?? 0;

    private static double Share(double? size, string room) => size is { } points && Number(room) is > 0 and var whole ? points / whole : 1;

    private static double Opacity(string text) => text switch
    {
        [.. var digits, 'f'] => (Number(digits) ?? 65536) / 65536,
        [.. var digits, '%'] => (Number(digits) ?? 100) / 100,
        _ => Number(text) ?? 1,
    };

    public static Dictionary<string, string> Style(string? text)
    {
        var style = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in (text ?? "").Split(';').Select(part => part.Split(':', 2)).Where(pair => pair.Length == 2))
        {
            style[pair[0].Trim()] = pair[1].Trim().ToLowerInvariant();
        }

        return style;
    }
}
