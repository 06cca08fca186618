using System.Text.RegularExpressions;
using Acervo.Platform.Documents;

namespace Acervo.Platform.Forms.Reading.Values;

/// <summary>Reads which of «Sí» and «No» was marked. Nothing marked is no answer, which is never the same as «No».</summary>
internal static partial class YesNoValue
{
    /// <summary>Signs with which people mark what they choose.</summary>
    public const string Marks = "☒☑✓✔✗✘✕✖✅❌⊠●◉◼■⬛";

    /// <summary>Signs of what is not chosen.</summary>
    public const string Boxes = "☐□○◯◻⬜";

    public static (bool? Mark, bool Both) Parse(string text)
    {
        text = Help().Replace(text.Replace("**", "", StringComparison.Ordinal), " ");
        var options = Option().Matches(text);
        if (options.Count == 0)
        {
            return (null, false);
        }

        if (options.All(option => IsYes(option) == IsYes(options[0])))
        {
            return Alone(text, options[0]);
        }

        if (IsUnder(text, options))
        {
            return (null, false);
        }

        var before = Leads(text[..options[0].Index]);
        bool? yes = null, no = null;
        for (var index = 0; index < options.Count; index++)
        {
            var marked = Mark().IsMatch(before ? Before(text, options, index) : After(text, options, index));
            if (IsYes(options[index]))
            {
                yes = (yes ?? false) || marked;
            }
            else
            {
                no = (no ?? false) || marked;
            }
        }

        return yes == no ? (yes == true ? Ticked(text, options, before) : (null, false)) : (yes == true, false);
    }

    /// <summary>Who ticks one option and crosses the other out has chosen.</summary>
    private static (bool? Mark, bool Both) Ticked(string text, MatchCollection options, bool before)
    {
        var ticked = Enumerable.Range(0, options.Count).Where(index => Tick().IsMatch(before ? Before(text, options, index) : After(text, options, index)))
            .Select(index => IsYes(options[index])).Distinct().ToList();
        return ticked is [var chosen] ? (chosen, false) : (null, true);
    }

    /// <summary>What somebody wrote beside the options: an explanation that is no mark.</summary>
    public static string Beside(string text)
    {
        var plain = Help().Replace(text.Replace("**", "", StringComparison.Ordinal), " ");
        var rest = TextValue.Plain(Empty().Replace(Mark().Replace(Option().Replace(plain, " "), " "), " ").Replace('|', ' '));
        return Words.Of(rest).Count(word => word.Folded.Length > 1) > 1 ? TextValue.Plain(text) : "";
    }

    /// <summary>Only one option is written: it is the answer, unless an empty box beside it says that it is a choice not taken.</summary>
    private static (bool? Mark, bool Both) Alone(string text, Match option) =>
        Mark().IsMatch(text.Remove(option.Index, option.Length)) || !Empty().IsMatch(text) ? (IsYes(option), false) : (null, false);

    private static string Before(string text, MatchCollection options, int index) =>
        text[(index == 0 ? 0 : options[index - 1].Index + options[index - 1].Length)..options[index].Index];

    private static string After(string text, MatchCollection options, int index) =>
        text[(options[index].Index + options[index].Length)..(index + 1 < options.Count ? options[index + 1].Index : text.Length)];

    /// <summary>Both options share a line and the mark stands alone under them: nobody can tell under which.</summary>
    private static bool IsUnder(string text, MatchCollection options)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return options.Count == 2 && lines.Length > 1 && !Mark().IsMatch(lines[0]) && !Empty().IsMatch(lines[0]) && Option().Count(lines[0]) == 2
            && lines.Skip(1).Any(line => Mark().IsMatch(line));
    }

    /// <summary>Boxes or marks stand before the first option.</summary>
    private static bool Leads(string start) => Mark().IsMatch(start) || Empty().IsMatch(start);

    private static bool IsYes(Match option) => option.Value[0] is 's' or 'S';

    [GeneratedRegex(@"[✓✔☑✅🗹]", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Tick();

    [GeneratedRegex(@"(?<![\p{L}\d])(?:s[ií]|no(?!\s+aplica))(?![\p{L}\d])", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Option();

    [GeneratedRegex(@"[" + Marks + @"🗹🗷]|(?<![\p{L}\d])(?:[xX×]|equis)(?![\p{L}\d])|\[\s*\*\s*\]|\(\s*[•·*]\s*\)",
        RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Mark();

    [GeneratedRegex(@"[" + Boxes + @"]|\[\s*\]|\(\s*\)|_{2,}", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Empty();

    [GeneratedRegex(@"\(?\s*marque\s+con\s+(?:una\s+)?[«""']?x[»""']?\s*\)?", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Help();
}
