using System.Xml.Linq;
using static Acervo.Platform.Documents.Word.Sight.Ooxml;

namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Notes of each shape and picture what it covers, and of a picture that it could be covered itself.</summary>
internal sealed class Covering(Covers covers, Func<string, byte[]?> picture)
{
    private const double Opaque = 0.9;
    private const double RightAngle = 5_400_000;

    // The largest upright rectangle inside an ellipse.
    private const double Inner = 0.7;

    private static readonly string[] Straight = ["rect", "roundRect", "flowChartProcess", "flowChartAlternateProcess", "snip1Rect", "round1Rect",
        "round2SameRect", "plaque", "bevel", "foldedCorner"];
    private static readonly string[] Open = ["line", "lineInv", "arc", "frame", "leftBracket", "rightBracket", "leftBrace", "rightBrace", "bracketPair",
        "bracePair"];

    public void Add(XElement shape, FloatPlace at, PageFrame page, IReadOnlyList<Ink>? fill)
    {
        if (at.Left is not { } left || at.Top is not { } top)
        {
            return;
        }

        var image = Image(shape);
        if (image is not null)
        {
            covers.Add(new Spot(shape, top, left, left + at.Width, at.Height, 0, at.Layer), page);
        }

        var isFilled = fill is { Count: > 0 } && fill.All(ink => ink.Colour is not null && ink.Opacity >= Opaque);
        if ((isFilled || image is not null) && Rectangle(shape, at, left, top) is var (x, y, width, height))
        {
            covers.Add(new Cover(y, x, x + width, height, at.Layer, at.LiesOverText, () => isFilled || PictureOpacity.IsOpaque(picture(image!)),
                isFilled ? [.. fill!.Select(ink => ink.Colour!.Value)] : null));
        }
    }

    private static (double Left, Level Top, double Width, double Height)? Rectangle(XElement shape, FloatPlace at, double left, Level top)
    {
        var (width, height) = (at.Width, at.Height);
        var kind = shape.Elements().FirstOrDefault(element => element.Name.LocalName == "spPr")?.Element(A + "prstGeom")?.Text("prst");
        if (Array.IndexOf(Open, kind) >= 0 || kind?.Contains("onnector", StringComparison.Ordinal) == true || shape.Name == V + "line"
            || shape.Name == V + "polyline")
        {
            return null;
        }

        var turns = at.Turn / RightAngle;
        var isSquare = Math.Abs(turns - Math.Round(turns)) < 0.05;
        if (isSquare && Math.Round(turns) % 2 != 0)
        {
            (left, top, width, height) = (left + ((width - height) / 2), top.Down((height - width) / 2), height, width);
        }

        var isWhole = isSquare && (kind is null ? shape.Name != V + "oval" && shape.Descendants(A + "custGeom").FirstOrDefault()?.Parent?.Parent != shape
            : Array.IndexOf(Straight, kind) >= 0);
        var share = isWhole ? 1 : Inner;
        return (left + (width * (1 - share) / 2), top.Down(height * (1 - share) / 2), width * share, height * share);
    }

    /// <summary>The relationship of the picture that fills a shape; null when none does, or when it is see-through by its drawing.</summary>
    private static string? Image(XElement shape)
    {
        var blip = shape.Name.Namespace == V
            ? shape.Elements().FirstOrDefault(element => element.Name.LocalName == "imagedata"
            || (element.Name.LocalName == "fill" && element.Text("type") is "frame" or "tile"))
            : shape.Elements().Where(element => element.Name.LocalName is "blipFill" or "spPr")
            .SelectMany(element => element.DescendantsAndSelf().Where(inside => inside.Name.LocalName == "blip")).FirstOrDefault();
        return blip?.Element(A + "alphaModFix") is null ? blip?.Text(shape.Name.Namespace == V ? "id" : "embed") : null;
    }
}
