using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Acervo.Platform.Documents.Html.Sight;

/// <summary>Whether the box of an element hides all that is in it: not shown, without room, cut away, or placed where nobody looks.</summary>
internal static partial class HtmlBox
{
    private const double LeastSide = 4;
    private const double FarBefore = -200;
    private const double FarAcross = CssLength.ScreenWidth;
    private const double FarDown = 20_000;
    private const double LineHeight = 1.2;
    private const double LetterWidth = 0.45;
    private const double ScreenHeight = 800;

    private static readonly HashSet<string> Unshown = new(StringComparer.Ordinal)
    {
        "TEMPLATE", "NOSCRIPT", "DATALIST", "NOFRAMES", "NOEMBED", "AUDIO", "VIDEO", "CANVAS", "OBJECT", "IFRAME", "METER", "PROGRESS", "RP", "SVG", "APPLET",
    };

    public static bool IsGone(IElement element, IReadOnlyDictionary<string, string> declared, HtmlLook look, HtmlLook around)
    {
        string? Value(string name) => declared.TryGetValue(name, out var value) ? HtmlCascade.Resolve(value, look.Variables) : null;
        return IsUnshown(element, Value("display")) || IsAwaited(element.GetAttribute("hidden"), Value("content-visibility")) || IsCut(Value)
            || IsBehind(Value, around)
            || IsFar(element, Value, look.FontSize, around.Room) || HasNoRoom(element, Value, look);
    }

    /// <summary>A box with a colour of its own that may lie over what was written before.</summary>
    public static bool MayCover(IElement element, IReadOnlyDictionary<string, string> declared)
    {
        var floats = declared.GetValueOrDefault("position") is "absolute" or "fixed"
            || CssLength.Pixels(declared.GetValueOrDefault("margin-top"), 16, 800) < -LeastSide
            || declared.GetValueOrDefault("position") is "relative" or "sticky" && CssLength.Pixels(declared.GetValueOrDefault("top"), 16, 800) < -LeastSide;
        return floats && (element.TagName is "IMG" || declared.GetValueOrDefault("background-color") is { } back && CssColour.Parse(back) is not (_, 0));
    }

    /// <summary>The size of a box that cuts what does not fit in it; null when it does not, or lets people move to it.</summary>
    public static (double? Width, double? Height)? RoomOf(Func<string, string?> value, double font) =>
        Cuts(value) && value("overflow") is not ("auto" or "scroll")
        ? (Smaller(value("width"), value("max-width"), font, CssLength.ScreenWidth), Smaller(value("height"), value("max-height"), font, ScreenHeight)) : null;

    /// <summary>What waits until somebody searches for it is hidden however it is displayed.</summary>
    private static bool IsAwaited(string? hidden, string? visibility) =>
        visibility == "hidden" || visibility is null && string.Equals(hidden, "until-found", StringComparison.OrdinalIgnoreCase);

    /// <summary>Put behind the ground of a box around it.</summary>
    private static bool IsBehind(Func<string, string?> value, HtmlLook around) =>
        around.IsBoxed && CssLength.Pixels(value("z-index"), 1, 1) < 0 && value("position") is not (null or "static");

    private static bool Cuts(Func<string, string?> value) =>
        value("contain") is { } contain && (contain.Contains("paint", StringComparison.Ordinal) || contain is "strict" or "content")
        || value("overflow") is { } overflow && !overflow.Contains("visible", StringComparison.Ordinal) && overflow is not ("initial" or "unset");

    private static bool IsUnshown(IElement element, string? display) => display == "none" || Unshown.Contains(element.TagName.ToUpperInvariant())
        || display is null && (element.HasAttribute("hidden") || element.HasAttribute("popover")
        || element.TagName == "DIALOG" && !element.HasAttribute("open"))
        || IsFolded(element) || IsUnchosen(element);

    /// <summary>What stands in it is replaced by a template of its own.</summary>
    public static bool IsReplaced(IElement element) => element.Children.Any(child => child.TagName == "TEMPLATE" && child.HasAttribute("shadowrootmode"));

    /// <summary>In a closed «details» only the first summary is shown.</summary>
    private static bool IsFolded(IElement element) => element.ParentElement is { TagName: "DETAILS" } details && !details.HasAttribute("open")
        && details.Children.FirstOrDefault(child => child.TagName == "SUMMARY") != element;

    private static bool IsUnchosen(IElement element)
    {
        if (element.TagName != "OPTION" || element.HasAttribute("selected"))
        {
            return false;
        }

        var options = element.Closest("select")?.QuerySelectorAll("option");
        return options is null || options.Any(option => option.HasAttribute("selected")) || options[0] != element;
    }

    private static bool IsCut(Func<string, string?> value)
    {
        var placed = value("position") is "absolute" or "fixed";
        return value("offset-path") is not (null or "none" or "unset" or "initial")
            || placed && value("clip") is { } clip && clip.StartsWith("rect", StringComparison.Ordinal) && IsSliver([.. Numbers(clip)])
            || value("clip-path") is { } path && IsClosed(path)
            || value("mask") is not (null or "none" or "unset" or "initial")
            || value("filter") is { } filter && Veil().IsMatch(filter)
            || value("mix-blend-mode") is not (null or "normal" or "unset" or "initial");
    }

    /// <summary>Top, right, bottom, left.</summary>
    private static bool IsSliver(double[] rect) => rect.Length != 4 || rect[2] - rect[0] < LeastSide || rect[1] - rect[3] < LeastSide;

    /// <summary>Shapes that are not worked out here are not believed to show anything.</summary>
    private static bool IsClosed(string path)
    {
        var inner = path.Contains('(', StringComparison.Ordinal) ? path[(path.IndexOf('(', StringComparison.Ordinal) + 1)..] : "";
        return path.Split('(')[0] switch
        {
            "none" or "unset" or "initial" or "border-box" or "padding-box" or "content-box" or "margin-box" => false,
            "inset" => CssRules.Pieces(inner.TrimEnd(')'), ' ')
                .Any(part => part.EndsWith('%') ? Numbers(part).Any(share => share >= 40) : CssLength.Pixels(part, 16, 100) >= 15),
            "circle" or "ellipse" => Numbers(inner).FirstOrDefault(LeastSide * 5) < LeastSide * 5,
            _ => true,
        };
    }

    private static bool IsFar(IElement element, Func<string, string?> value, double font, (double? Width, double? Height) room)
    {
        double Length(string name, double whole) => CssLength.Pixels(value(name), font, whole) ?? 0;
        var placed = value("position") is not (null or "static");
        var (left, right, top, bottom) = placed
            ? (Length("left", CssLength.ScreenWidth), Length("right", CssLength.ScreenWidth), Length("top", 800), Length("bottom", 800))
            : (0, 0, 0, 0);
        var (across, down) = CssTransform.Shift(value("transform"), value("translate"), font);
        var start = left + Length("margin-left", CssLength.ScreenWidth) + across;
        var height = top + Length("margin-top", 800) + Length("padding-top", 800) + down;
        if (start < -CssLength.Edge && element.TextContent.Trim() is { Length: > 0 } text && CssLength.OfText(text, font) + start < 0 || room.Width <= start
            || room.Height <= height || room.Height is { } low && -height >= Math.Max(low, font * LineHeight))
        {
            return true;
        }

        return IsFarAcross(left + Length("margin-left", CssLength.ScreenWidth) + Length("padding-left", CssLength.ScreenWidth) + across)
            || right < FarBefore && right < -FarAcross / 2 || right >= FarAcross
            || IsFarDown(top + Length("margin-top", 800) + down) || bottom is < -FarAcross or >= FarDown || placed && value("bottom") == "100%"
            || value("position") == "fixed" && bottom < FarBefore;
    }

    private static bool IsFarAcross(double left) => left is <= FarBefore or >= FarAcross;

    private static bool IsFarDown(double top) => top is <= FarBefore or >= FarDown;

    /// <summary>A box that cuts what does not fit, and leaves no line of letters, or far fewer than are in it.</summary>
    private static bool HasNoRoom(IElement element, Func<string, string?> value, HtmlLook look)
    {
        var overflow = value("overflow") ?? "visible";
        var line = value("line-height") is { } high
            ? CssLength.Pixels(high, look.FontSize, look.FontSize) * (high.All(sign => char.IsAsciiDigit(sign) || sign == '.') ? look.FontSize : 1) : null;
        var rows = value("grid-template-rows");
        if (rows is "0" or "0fr" or "0px")
        {
            return true;
        }

        if (!Cuts(value))
        {
            return value("display") is not ("inline" or null) && value("line-height") is "0" or "0px" && overflow != "visible";
        }

        var width = Smaller(value("width"), value("max-width"), look.FontSize, CssLength.ScreenWidth);
        var height = Smaller(value("height"), value("max-height"), look.FontSize, 800);
        if (width < LeastSide || height < LeastSide || (line - look.FontSize) / 2 >= height || value("line-height") is "0" or "0px")
        {
            return true;
        }

        var clamped = CssLength.Pixels(value("-webkit-line-clamp") ?? value("line-clamp"), 1, 1);
        var lines = value("white-space") == "nowrap" ? 1 : clamped ?? height / Math.Max(look.FontSize * LineHeight, 1);
        var room = Math.Max(Math.Floor(lines ?? double.MaxValue), 1) * (width ?? CssLength.ScreenWidth) / Math.Max(look.FontSize * LetterWidth, 1);
        return overflow is not ("auto" or "scroll") && lines is not null && element.TextContent.Count(char.IsLetterOrDigit) > room * 1.5;
    }

    private static double? Smaller(string? one, string? other, double font, double whole) =>
        (CssLength.Pixels(one, font, whole), CssLength.Pixels(other, font, whole)) switch
        {
            ({ } first, { } second) => Math.Min(first, second),
            var (first, second) => first ?? second,
        };

    private static IEnumerable<double> Numbers(string text) =>
        Figures().Matches(text).Select(figure => CssLength.Pixels(figure.Value.TrimEnd('%'), 16, 100)).OfType<double>();

    [GeneratedRegex(@"-?[\d.]+(?:[a-z]+|%)?", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Figures();

    [GeneratedRegex(@"opacity|blur|brightness|contrast|invert|url", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Veil();
}
