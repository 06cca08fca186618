using System.Collections.Immutable;
using Acervo.Platform.Documents.Word.Sight;
using AngleSharp.Dom;

namespace Acervo.Platform.Documents.Html.Sight;

/// <summary>How the letters inside an element look: what it inherits, what it adds, and whether anybody sees them.</summary>
internal sealed record HtmlLook
{
    /// <summary>Legal notes of six points have eight pixels; half of that nobody reads.</summary>
    private const double LeastLetters = 4;

    private const double FarIndent = 200;
    private const double Squeezed = -0.4;

    public static readonly HtmlLook Page = new();

    public Rgb Colour { get; init; } = Rgb.Black;

    public double Alpha { get; init; } = 1;

    public Rgb Ground { get; init; } = Rgb.White;

    /// <summary>The colour that fills the letters, where it is another than theirs; what is inside inherits it apart.</summary>
    public (Rgb Colour, double Alpha)? Fill { get; init; }

    /// <summary>A box around has a ground of its own, behind which something may be put.</summary>
    public bool IsBoxed { get; init; }

    /// <summary>The size of the nearest box around that cuts what does not fit.</summary>
    public (double? Width, double? Height) Room { get; init; }

    public double Opacity { get; init; } = 1;

    public double FontSize { get; init; } = 16;

    public double Scale { get; init; } = 1;

    /// <summary>Not drawn, though its place is kept; what is inside may be drawn again.</summary>
    public bool Blank { get; init; }

    public double Indent { get; init; }

    public double Spacing { get; init; }

    public double WordSpacing { get; init; }

    /// <summary>Letters are shown as dots, or turned around one by one.</summary>
    public bool Veiled { get; init; }

    public ImmutableDictionary<string, string> Variables { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Why nobody who opens the page sees letters of this look; null when they are seen.</summary>
    public string? Loss => Blank || Veiled ? "No se muestra"
        : FontSize * Scale < LeastLetters || Spacing <= Squeezed * FontSize ? "Demasiado pequeño para leerse"
        : Math.Abs(Indent) >= FarIndent || WordSpacing <= -FarIndent ? "Fuera de la página"
        : Ground.Mix((Fill ?? (Colour, Alpha)).Colour, (Fill ?? (Colour, Alpha)).Alpha * Opacity).IsLostOn(Ground) ? "Del color del fondo" : null;

    /// <summary>The same for a text: a short one is out of sight with a short indent.</summary>
    public string? LossOf(string text) => Loss ?? (Indent < -CssLength.Edge && CssLength.OfText(text, FontSize) + Indent < 0 ? "Fuera de la página" : null);

    /// <summary>The look inside an element for which these values were declared.</summary>
    public HtmlLook Inside(IElement element, IReadOnlyDictionary<string, string> declared)
    {
        var variables = declared.Where(pair => pair.Key.StartsWith("--", StringComparison.Ordinal))
            .Aggregate(Variables, (all, pair) => all.SetItem(pair.Key, HtmlCascade.Resolve(pair.Value, all)));
        string? Value(string name) => declared.TryGetValue(name, out var value) ? HtmlCascade.Resolve(value, variables) : null;

        var plain = With(element) with { Variables = variables };
        var size = Value("font-size") is { } written and not "inherit" and not "unset"
            ? written is "initial" or "revert" ? 16 : CssLength.FontSize(written, FontSize) ?? plain.FontSize : plain.FontSize;
        return plain.Painted(Value, this, element.TagName is not ("HTML" or "BODY")) with
        {
            FontSize = size,
            Opacity = Opacity * Share(Value("opacity")),
            Scale = Scale * CssTransform.Scale(Value("transform"), Value("scale"), Value("zoom")) * CssTransform.Tilt(Value("rotate")),
            Blank = Value("visibility") switch { null or "inherit" or "unset" => Blank, "hidden" or "collapse" => true, _ => false },
            Indent = CssLength.Pixels(Value("text-indent")?.Split(' ')[0], size, CssLength.ScreenWidth) ?? Indent,
            Spacing = CssLength.Pixels(Value("letter-spacing"), size, size) ?? Spacing,
            WordSpacing = CssLength.Pixels(Value("word-spacing"), size, size) ?? WordSpacing,
            Room = HtmlBox.RoomOf(Value, size) is { } room ? (room.Width ?? Room.Width, room.Height ?? Room.Height) : Room,
            Veiled = Veiled || Value("-webkit-text-security") is not (null or "none")
            || Value("unicode-bidi")?.Contains("override", StringComparison.Ordinal) == true,
        };
    }

    /// <summary>What elements and their old attributes bring along before any style speaks.</summary>
    private HtmlLook With(IElement element)
    {
        var look = element.TagName switch
        {
            "INPUT" or "TEXTAREA" or "SELECT" or "BUTTON" => this with { Colour = Rgb.Black, Alpha = 1, Ground = Rgb.White, FontSize = 13 },
            "MARK" => this with { Colour = Rgb.Black, Alpha = 1, Ground = new Rgb(1, 1, 0) },
            "A" when element.HasAttribute("href") => this with { Colour = new Rgb(0, 0, 0.93), Alpha = 1 },
            "SMALL" or "SUB" or "SUP" => this with { FontSize = FontSize / 1.2 },
            "BDO" => this with { Veiled = true },
            "FONT" when Colours(element, "color") is { } colour => this with { Colour = colour, Alpha = 1 },
            "BODY" when Colours(element, "text") is { } colour => this with { Colour = colour, Alpha = 1 },
            _ => this,
        };
        return element.TagName is "BODY" or "TABLE" or "TR" or "TD" or "TH" or "TBODY" or "THEAD" or "TFOOT" && Colours(element, "bgcolor") is { } ground
            ? look with { Ground = ground } : look;
    }

    private HtmlLook Painted(Func<string, string?> value, HtmlLook around, bool isBox)
    {
        var (colour, alpha) = Ink(value("color"), (Colour, Alpha), (around.Colour, around.Alpha), (Rgb.Black, 1));
        var fill = value("-webkit-text-fill-color") is { } written ? Ink(written, Fill, around.Fill, null) : Fill;
        var look = this with { Colour = colour, Alpha = alpha, Fill = fill };
        if (value("background-color") is not { } back || CssColour.Parse(back) is not var (ground, cover))
        {
            return look;
        }

        // A ground that is cut out by the letters is their colour.
        return value("background-clip") == "text"
            ? look with
            {
                Fill = (ground.Mix((fill ?? (colour, alpha)).Colour, (fill ?? (colour, alpha)).Alpha),
            Math.Max(cover, (fill ?? (colour, alpha)).Alpha))
            }
            : look with { Ground = look.Ground.Mix(ground, cover * Opacity), IsBoxed = look.IsBoxed || (isBox && cover > 0.5) };
    }

    private static (Rgb Colour, double Alpha) Ink(string? written, (Rgb, double) own, (Rgb, double) around, (Rgb, double) first) =>
        Ink(written, ((Rgb, double)?)own, around, first) ?? own;

    private static (Rgb Colour, double Alpha)? Ink(string? written, (Rgb, double)? own, (Rgb, double)? around, (Rgb, double)? first) => written switch
    {
        null => own,
        "inherit" or "unset" => around,
        "currentcolor" => first is null ? null : around,
        "initial" or "revert" => first,
        _ when CssColour.Parse(written) is { } known => known,
        _ when written.Contains('(', StringComparison.Ordinal) => (Rgb.White, 0), // a way to write colours that is not known here: better told than believed
        _ => own,
    };

    private static Rgb? Colours(IElement element, string attribute) =>
        element.GetAttribute(attribute)?.Trim().ToLowerInvariant() is { } text ? (CssColour.Parse(text) ?? CssColour.Parse("#" + text))?.Colour : null;

    private static double Share(string? value) => value is null ? 1 : Math.Clamp(CssLength.Pixels(value, 1, 1) ?? 1, 0, 1);
}
