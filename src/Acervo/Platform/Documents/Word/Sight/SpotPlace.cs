namespace Acervo.Platform.Documents.Word.Sight;

/// <summary>Where the letters of a paragraph stand on the sheet, as narrow and as low as they may be.</summary>
internal static class SpotPlace
{
    private const double NarrowLetter = 0.4;

    public static Spot? Of(LineCount line, LineTally tally, Depth top, double least, double most, BoxOrigin? origin)
    {
        var traits = line.Look.Traits;
        var (left, right) = origin is null ? (line.Place.Left, line.Place.Left + (line.Place.Width ?? 0)) : (origin.Left, origin.Right);
        if (left + (traits.Start ?? 0) is not { } from || right - (traits.End ?? 0) is not { } to || origin is { Top: null })
        {
            return null;
        }

        // A cell that grows with its text says no width.
        var width = tally.Letters * NarrowLetter;
        var room = to - from;
        (from, to) = room <= 0 ? (from, from + width)
            : width >= room ? (from, to)
            : traits.AtEnd == true ? (to - width, to)
            : traits.AtMiddle == true ? (from + ((room - width) / 2), to - ((room - width) / 2))
            : (from, from + width);
        var inks = tally.HasOwnGround || tally.Inks.Count == 0 ? null : tally.Inks;
        return origin is null
            ? new Spot(line.Paragraph, new Level(top, 0, false), from, to, least, most - least, Layer.Text, inks)
            : new Spot(line.Paragraph, origin.Top.Down(top.Least), from, to, least, origin.Slack + top.Most - top.Least + most - least, origin.Layer, inks);
    }
}
