using System.Text.RegularExpressions;
using Acervo.Platform.Documents;

namespace Acervo.Platform.Forms.Reading;

/// <summary>Parts the marks of a yes/no question from the detail printed among them: «Sí ___ ¿Cuál entidad? ___ No ___».</summary>
internal static partial class ConditionalAnswer
{
    public static (IReadOnlyList<ReadingLine> Options, IReadOnlyList<ReadingLine> Detail) Split(IReadOnlyList<ReadingLine> before,
        IReadOnlyList<ReadingLine> after, bool sameLine)
    {
        var options = new List<ReadingLine>(before);
        if (sameLine && options.Count > 0)
        {
            options[^1] = options[^1].Saying(options[^1].Text + " ☐"); // the option is printed there whether chosen or not
        }

        var detail = new List<ReadingLine>();
        var asked = false;
        foreach (var line in after)
        {
            var tail = Option().Match(line.Text);
            if (asked && !tail.Success && OnlyMark().IsMatch(line.Text))
            {
                options.Add(line); // the mark of the option above went to a line of its own
            }

            asked |= tail.Success;
            if (tail.Success)
            {
                options.Add(line.Saying(line.Text[tail.Index..]));
            }

            var rest = (tail.Success ? line.Text[..tail.Index] : line.Text).Replace('|', ' ');
            if (rest.Any(char.IsLetterOrDigit) && !OnlyMark().IsMatch(rest))
            {
                detail.Add(line.Saying(Blank().Replace(rest, " ").Trim()));
            }
        }

        return (options, detail);
    }

    /// <summary>An option with nothing but its mark up to the end of the line.</summary>
    [GeneratedRegex(@"(?:[☐☒☑□\[(|_✓✔xX\])\s]*\s)?(?<![\p{L}\d])(?:[☐☒☑□✓✔]\s*|\[[ xX]?\]\s*|\([ xX]?\)\s*)*\**(?:[Ss][iíIÍ]|[Nn][oO])(?![\p{L}\d])[\s_:.|"
        + @"☐☒☑□✓✔✗✘xX\[\]()*-]*$", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Option();

    [GeneratedRegex(@"^[\s_.:xX☐☒☑□*-]*$", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex OnlyMark();

    [GeneratedRegex(@"_{2,}|\.{4,}|…{2,}", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Blank();
}
