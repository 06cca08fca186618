namespace Acervo.Platform.Forms.Reading;

/// <summary>What stands between a label and the next: the lines of the answer, and those that are certainly none of it.</summary>
internal sealed record AnswerRegion(LabelMatch Match, IReadOnlyList<ReadingLine> Lines, IReadOnlyList<ReadingLine> Left, int? Page)
{
    public string? Key => Match.Label.Question?.Key;

    public static List<AnswerRegion> Of(IReadOnlyList<ReadingLine> lines, IReadOnlyList<LabelMatch> chain, HelpTexts helps) =>
        [.. chain.Select((match, index) => Of(lines, match, index + 1 < chain.Count ? chain[index + 1] : null, helps))];

    /// <summary>What stands before the first label.</summary>
    public static IEnumerable<ReadingLine> Head(IReadOnlyList<ReadingLine> lines, IReadOnlyList<LabelMatch> chain) =>
        chain.Count == 0 ? lines : lines.Take(chain[0].Line).Append(lines[chain[0].Line] is var first ? first.Saying(first.Text[..chain[0].Start]) : first);

    private static AnswerRegion Of(IReadOnlyList<ReadingLine> lines, LabelMatch match, LabelMatch? next, HelpTexts helps)
    {
        var left = new List<ReadingLine>();
        var between = Between(lines, match, next);
        left.AddRange(between.Where(line => line.Aside));
        IReadOnlyList<ReadingLine> answer = [.. helps.Strip(match.Label, [.. between.Where(line => !line.Aside)], left).Where(line => line.Text.Length > 0)];
        answer = AnswerEnd.Of(match, answer, left);
        if (next is null || next.Label.Section is not null)
        {
            var signed = answer;
            answer = SignatureBlock.Remove(signed);
            left.AddRange(signed.Skip(answer.Count));
        }

        return new AnswerRegion(match, answer, left, lines[match.Line].Page);
    }

    private static List<ReadingLine> Between(IReadOnlyList<ReadingLine> lines, LabelMatch match, LabelMatch? next)
    {
        var region = new List<ReadingLine>();
        var last = next?.Line ?? lines.Count - 1;
        for (var index = match.EndLine; index <= last; index++)
        {
            var line = lines[index];
            var start = index == match.EndLine ? match.End : 0;
            var end = next is not null && index == next.Line ? next.Start : line.Text.Length;
            if (start == 0 && end == line.Text.Length)
            {
                region.Add(line);
            }
            else if (end > start)
            {
                var open = start > 0 && line.Text[..start].Split("**").Length % 2 == 0;
                region.Add(line.Saying((open ? "**" : "") + line.Text[start..end].Trim()) with { Marker = start == 0 ? line.Marker : null });
            }
        }

        return region;
    }
}
