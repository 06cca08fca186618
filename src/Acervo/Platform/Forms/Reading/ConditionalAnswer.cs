using System.Text.RegularExpressions;
using Acervo.Platform.Documents;

namespace Acervo.Platform.Forms.Reading;

/// <summary>Parts the marks of a yes/no question from the detail printed among them: «Sí ___ ¿Cuál entidad? ___ No ___».</summary>
internal static partial class ConditionalAnswer
{
    private const string Signs = Values.YesNoValue.Marks + Values.YesNoValue.Boxes + "\uFE0F";

    public static (IReadOnlyList<ReadingLine> Options, IReadOnlyList<ReadingLine> Detail) Split(IReadOnlyList<ReadingLine> before,
        IReadOnlyList<ReadingLine> after, bool sameLine)
    {
        var options = new List<ReadingLine>(before);
        if (sameLine && options.Count > 0 && !OnlyOne().IsMatch(options[^1].Text))
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
            if (rest.Any(char.IsLetterOrDigit) && !OnlyMark().IsMatch(rest) && !NotApplicable().IsMatch(rest))
            {
                detail.Add(line.Saying(Blank().Replace(rest, " ").Trim()));
            }
        }

        return (options, detail);
    }

    /// <summary>An option with nothing but its mark up to the end of the line.</summary>
    [GeneratedRegex(@"(?:[" + Signs + @"\[(|_xX\])\s]*\s)?(?<![\p{L}\d])(?:[" + Signs + @"]\s*|\[[ xX]?\]\s*|\([ xX•]?\)\s*)*\**"
        + @"(?:[Ss][iíIÍ]|[Nn][oO])(?![\p{L}\d])(?:[\s_:.|•xX\[\]()*" + Signs + @"-]|equis)*$", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Option();

    [GeneratedRegex(@"^(?:[\s_.:xX*" + Signs + @"-]|equis)*$", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex OnlyMark();

    /// <summary>Of «Sí / No» one was struck out.</summary>
    [GeneratedRegex(@"^\W*/\s*no\W*$", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex OnlyOne();

    /// <summary>Who writes that it does not apply names no entity.</summary>
    [GeneratedRegex(@"^\W*(?:n\s*[/.]?\s*a|no\s+aplica|ningun[oa]|no\s+corresponde)\W*$", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex NotApplicable();

    [GeneratedRegex(@"_{2,}|\.{4,}|…{2,}", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Blank();
}
