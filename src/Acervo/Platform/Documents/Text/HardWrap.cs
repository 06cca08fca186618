using System.Text.RegularExpressions;

namespace Acervo.Platform.Documents.Text;

/// <summary>
/// Tells whether a text was broken into lines of one width, as mail programs do. A break is only undone where the first word of
/// the next line would not have fitted: a short line was ended on purpose.
/// </summary>
internal sealed partial class HardWrap
{
    private const int Widest = 120;
    private const int Narrowest = 40;
    private const int Slack = 2;
    private const int Fewest = 3;

    private readonly int width;

    private HardWrap(int width) => this.width = width;

    public static HardWrap Of(IReadOnlyList<string> lines)
    {
        var lengths = lines.Where(line => !line.Contains('\t', StringComparison.Ordinal)).Select(line => line.TrimEnd().Length).Where(length => length > 0)
            .ToList();
        if (lengths.Count < 5 || lengths.Max() is > Widest or < Narrowest)
        {
            return new HardWrap(int.MaxValue);
        }

        // A mail may have been broken once more by whoever quoted it: the few lines of the last sender are wider than the rest.
        var outliers = Math.Max(4, lengths.Count / 30);
        return lengths.OrderDescending().Take(outliers + 1).Distinct().Where(width => width >= Narrowest)
            .Select(width => (Wrap: new HardWrap(width), Broken: Broken(lines, width))).Where(each => each.Broken >= Fewest)
            .OrderByDescending(each => each.Broken).Select(each => each.Wrap).FirstOrDefault() ?? new HardWrap(int.MaxValue);
    }

    /// <summary>How many breaks this width explains; 0 when it leaves too many unexplained.</summary>
    private static int Broken(IReadOnlyList<string> lines, int width)
    {
        var wrap = new HardWrap(width);
        var pairs = lines.Zip(lines.Skip(1)).Where(pair => pair.First.Trim().Length > width * 0.6 && Starts(pair.Second)).ToList();
        var broken = pairs.Count(pair => wrap.Continues(pair.First, pair.Second));
        return broken >= pairs.Count * 0.6 ? broken : 0;
    }

    public bool Continues(string line, string next)
    {
        if (width == int.MaxValue || line.EndsWith("  ", StringComparison.Ordinal) || !Starts(next) || (Labelled().IsMatch(next) && !GoesOn(line, next)))
        {
            return false;
        }

        var first = next.TrimStart();
        var word = first.IndexOf(' ', StringComparison.Ordinal) is var end && end < 0 ? first.Length : end;
        return line.TrimEnd().Length + 1 + word > width - Slack;
    }

    private static bool Starts(string line) => line.Trim().Length > 0 && ListMarker.Split(line).Marker is null && !line.TrimStart().StartsWith('#');

    /// <summary>A label in capitals goes on in capitals.</summary>
    private static bool GoesOn(string line, string next) => !line.Any(char.IsLower) && !next[..next.IndexOf(':', StringComparison.Ordinal)].Any(char.IsLower);

    /// <summary>A few words and a colon begin something, and go on with nothing.</summary>
    [GeneratedRegex(@"^\s*\**\p{Lu}[\p{L}\s()/.-]{2,60}:", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Labelled();
}
