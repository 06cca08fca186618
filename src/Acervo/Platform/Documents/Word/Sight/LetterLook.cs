namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Judges whether letters can be seen, by how they look and what lies behind them.</summary>
internal static class LetterLook
{
    /// <summary>Notes of law stand in six points and the smallest print in four; three are dust.</summary>
    public const double Dust = 3;

    // Letters are about half as wide as high.
    public const double Width = 0.5;

    private const double PlainSize = 10;
    private const double SmallShare = 0.65;
    private const double LeastStep = 0.2;
    private const double LeastLines = 0.15;
    private const double LeastOfLine = 0.45;
    private const double LeastScale = 0.3;
    private const double FarRaise = 100;

    private static readonly string[] SignFonts =
    [
        "WINGDINGS", "WEBDINGS", "SYMBOL", "MARLETT", "ZAPF DINGBATS", "ZAPFDINGBATS", "OPENSYMBOL", "STARSYMBOL",
        "SEGOE MDL2", "SEGOE FLUENT ICONS", "HOLOLENS MDL2", "MATERIAL ICONS", "MATERIAL SYMBOLS", "FONT AWESOME", "FONTAWESOME", "ADOBE NOTDEF", "LAST RESORT",
        "MS OUTLOOK", "BOOKSHELF SYMBOL", "MT EXTRA", "ADOBE BLANK",
    ];

    public static double SizeOf(RunTraits run) => (run.Complex == true ? run.ComplexSize ?? run.Size : run.Size) ?? PlainSize;

    /// <summary>Why these letters are not seen; null when they are.</summary>
    public static SightReason? LossOf(string text, RunTraits run, ParagraphLook paragraph)
    {
        if (run.Vanish == true || run.SpecVanish == true || run.WebHidden == true && (paragraph.Book.WebView || !IsPageNumber(text)))
        {
            return SightReason.Hidden;
        }

        if (paragraph.Loss is { } loss)
        {
            return loss;
        }

        var size = SizeOf(run) * (run.Small == true ? SmallShare : 1);
        return IsDust(text, run, size) ? SightReason.Size
            : IsCut(run, paragraph.Traits, size) ? SightReason.Clipped
            : IsColourless(run, paragraph) ? SightReason.Colour
            : IsInSigns(text, run, paragraph.Book) ? SightReason.Signs
            : null;
    }

    /// <summary>What these letters are drawn with on whatever lies behind the text; null where they have a ground of their own.</summary>
    public static IReadOnlyList<Ink>? InksOn(RunTraits run, ParagraphLook paragraph) =>
        paragraph.Ground != paragraph.Book.Page || run.Shade is { Colour: not null } || run.Highlight is { Colour: not null } || run.Outline is { Count: > 0 }
        ? null
        : run.Fill is { Count: > 0 } fill ? fill : [run.Letters is { Colour: not null } ink ? ink : new Ink(Rgb.Black)];

    public static bool IsOfSigns(string? font) =>
        font is not null && Array.Exists(SignFonts, sign => font.StartsWith(sign, StringComparison.OrdinalIgnoreCase));

    // Word itself marks the page numbers of a table of contents so; whoever prints or looks at pages sees them.
    private static bool IsPageNumber(string text) => text.All(letter => !char.IsLetter(letter) || letter is 'i' or 'v' or 'x' or 'l' or 'c');

    private static bool IsDust(string text, RunTraits run, double size)
    {
        var scale = run.Scale ?? 1;
        var step = size * scale * Width + (run.Spacing ?? 0);
        return size <= Dust || scale < LeastScale
            || text.Length > 1 && step < size * LeastStep
            || run.Fit is { } fit && fit / text.Length < Dust * Width;
    }

    private static bool IsCut(RunTraits run, ParagraphTraits paragraph, double size)
    {
        var raise = Math.Abs(run.Raise ?? 0);
        return paragraph.Exact == true
            ? paragraph.Line < Math.Max(Dust / 2, size * LeastOfLine) || raise > paragraph.Line
            : paragraph.Line < LeastLines || raise > FarRaise;
    }

    private static bool IsColourless(RunTraits run, ParagraphLook paragraph)
    {
        var ground = paragraph.Ground.Under(run.Shade);
        if (run.Highlight is { Colour: not null } pen)
        {
            ground = ground.Under(pen);

            // Automatic letters turn white on dark shading, and under a dark highlighter stay black: that is how people black out words.
            if (run.Letters?.Colour is null && run.Fill is null && ground.Loses(new Ink(Rgb.Black)))
            {
                return true;
            }
        }

        var inks = run.Fill is { Count: > 0 } fill ? fill : [run.Letters ?? Ink.Automatic];
        return inks.All(ground.Loses) && (run.Outline is not { Count: > 0 } outline || outline.All(ground.Loses));
    }

    // A tick or a bullet is a sign; a word in signs is a word that nobody reads.
    private static bool IsInSigns(string text, RunTraits run, LookBook book) =>
        run.Font is { Length: > 0 } font && text.Count(char.IsLetter) > 2 && (IsOfSigns(font) || book.BlankFonts.Contains(font));
}
