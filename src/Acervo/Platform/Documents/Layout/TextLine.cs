using Acervo.Platform.Documents.Text;
using Acervo.Platform.Documents.Word;

namespace Acervo.Platform.Documents.Layout;

/// <summary>One printed line: the segments that stand at the same height.</summary>
internal sealed class TextLine
{
    private const double ColumnGap = 2.5;
    private const double WordGap = 0.12;

    private readonly List<Segment> segments;

    private TextLine(List<Segment> segments)
    {
        this.segments = segments;
        Left = segments.Min(segment => segment.Left);
        Right = segments.Max(segment => segment.Right);
        Top = segments.Average(segment => segment.Top);
        Bottom = segments.Average(segment => segment.Bottom);
        Height = segments.MaxBy(segment => segment.Right - segment.Left)!.Height;
        (Marker, Text) = ListMarker.Split(Markdown());
        TextLeft = Marker is null || segments.Count == 1 ? Left : segments[1].Left;
    }

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    public double Height { get; }

    /// <summary>Where the words begin, past the list mark.</summary>
    public double TextLeft { get; }

    public string? Marker { get; private init; }

    public string Text { get; }

    public bool Muted => segments.TrueForAll(segment => segment.Muted || string.IsNullOrWhiteSpace(segment.Text));

    public bool Bold => segments.TrueForAll(segment => segment.Bold || !segment.Text.Any(char.IsLetterOrDigit));

    public double Confidence => segments.Average(segment => segment.Confidence);

    public IReadOnlyList<Segment> Segments => segments;

    /// <summary>The width that the first word takes, to know whether it would have fitted on the line before.</summary>
    public double FirstWordWidth =>
        Text.Replace("**", "", StringComparison.Ordinal).Trim() is var plain && plain.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end
        ? (Right - TextLeft) * end / plain.Length : Right - TextLeft;

    public TextLine WithBullet() => new(segments) { Marker = "-" };

    public static IReadOnlyList<TextLine> Of(IEnumerable<Segment> segments)
    {
        var lines = new List<List<Segment>>();
        foreach (var segment in segments.Where(segment => segment.Text.Length > 0).OrderBy(segment => segment.Top + segment.Bottom))
        {
            var line = lines.FindLast(line => Overlap(line[0], segment) > 0.5);
            if (line is null)
            {
                lines.Add([segment]);
            }
            else
            {
                line.Add(segment);
            }
        }

        return [.. lines.Where(line => line.Exists(segment => !string.IsNullOrWhiteSpace(segment.Text)))
            .Select(line => new TextLine([.. line.Where(segment => !string.IsNullOrWhiteSpace(segment.Text)).OrderBy(segment => segment.Left)]))
            .OrderBy(line => line.Top)];
    }

    private static double Overlap(Segment first, Segment second) =>
        (Math.Min(first.Bottom, second.Bottom) - Math.Max(first.Top, second.Top)) / Math.Max(1, Math.Min(first.Height, second.Height));

    private string Markdown()
    {
        var spans = new List<WordSpan>();
        for (var index = 0; index < segments.Count; index++)
        {
            var segment = segments[index];
            if (index > 0)
            {
                var gap = segment.Left - segments[index - 1].Right;
                var blank = gap > WordGap * Height ? " " : "";
                spans.Add(new WordSpan(gap > ColumnGap * Height && index > 1 ? "\u2003" : blank, segment.Bold && segments[index - 1].Bold, false, null));
            }

            spans.Add(new WordSpan(segment.Text, segment.Bold, segment.Muted, null));
        }

        return WordMarkdown.Pieces([.. spans.Where(span => span.Text.Length > 0)]).FirstOrDefault().Text ?? "";
    }
}
