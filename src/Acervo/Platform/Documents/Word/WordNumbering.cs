using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Acervo.Platform.Documents.Word;

/// <summary>Counts automatic lists as Word does, for their numbers are not in the text.</summary>
internal sealed class WordNumbering(Numbering? numbering)
{
    private const int Levels = 9;

    private static readonly Dictionary<NumberFormatValues, Func<int, string>> Writers = new()
    {
        [NumberFormatValues.LowerLetter] = number => Letter(number, 'a'),
        [NumberFormatValues.UpperLetter] = number => Letter(number, 'A'),
        [NumberFormatValues.UpperRoman] = Roman,
        [NumberFormatValues.LowerRoman] = number => Roman(number).ToLowerInvariant(),
    };

    private readonly Dictionary<int, int[]> counters = [];
    private readonly HashSet<(int, int)> restarted = [];

    /// <summary>The mark of this paragraph and its depth; the mark is null outside lists.</summary>
    public (string? Marker, int Level) Next(Paragraph paragraph, WordStyle style)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var id = own?.NumberingId?.Val?.Value ?? style.Numbering?.NumberingId?.Val?.Value;
        if (id is null or 0 || Instance(id.Value) is not { } instance)
        {
            return (null, 0);
        }

        var level = Math.Clamp(own?.NumberingLevelReference?.Val?.Value ?? style.Numbering?.NumberingLevelReference?.Val?.Value ?? 0, 0, Levels - 1);
        var definition = Definition(instance, level);
        var format = definition?.NumberingFormat?.Val?.Value ?? NumberFormatValues.Bullet;
        if (format == NumberFormatValues.None)
        {
            return (null, level);
        }

        var counter = Count(instance, level);
        return format == NumberFormatValues.Bullet ? ("-", level) : (Mark(instance, level, counter), level);
    }

    private int[] Count(NumberingInstance instance, int level)
    {
        var list = instance.AbstractNumId?.Val?.Value ?? 0;
        if (!counters.TryGetValue(list, out var counter))
        {
            counters[list] = counter = new int[Levels];
        }

        if (restarted.Add((instance.NumberID?.Value ?? 0, level))
            && instance.Elements<LevelOverride>()
            .FirstOrDefault(change => change.LevelIndex?.Value == level)?.StartOverrideNumberingValue?.Val?.Value is { } start)
        {
            counter[level] = start - 1;
        }
        else if (counter[level] == 0)
        {
            counter[level] = (Definition(instance, level)?.StartNumberingValue?.Val?.Value ?? 1) - 1;
        }

        counter[level]++;
        Array.Clear(counter, level + 1, Levels - level - 1);
        return counter;
    }

    private string Mark(NumberingInstance instance, int level, int[] counter)
    {
        var text = Definition(instance, level)?.LevelText?.Val?.Value ?? "%1.";
        for (var depth = 0; depth <= level; depth++)
        {
            text = text.Replace("%" + (depth + 1).ToString(CultureInfo.InvariantCulture),
                Written(Math.Max(counter[depth], 1), Definition(instance, depth)?.NumberingFormat?.Val?.Value), StringComparison.Ordinal);
        }

        text = text.Trim();
        return text.Length > 0 && char.IsLetterOrDigit(text[^1]) ? text + "." : text;
    }

    private static string Written(int number, NumberFormatValues? format) => format is { } kind && Writers.TryGetValue(kind, out var write)
        ? write(number)
        : number.ToString(CultureInfo.InvariantCulture);

    private static string Letter(int number, char first) => new((char)(first + (number - 1) % 26), (number - 1) / 26 % 5 + 1);

    private static string Roman(int number)
    {
        (int Value, string Sign)[] signs = [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var text = new StringBuilder();
        foreach (var (value, sign) in signs)
        {
            while (number >= value && text.Length < 20)
            {
                text.Append(sign);
                number -= value;
            }
        }

        return text.ToString();
    }

    private NumberingInstance? Instance(int id) => numbering?.Elements<NumberingInstance>().FirstOrDefault(instance => instance.NumberID?.Value == id);

    private Level? Definition(NumberingInstance instance, int level) =>
        instance.Elements<LevelOverride>().FirstOrDefault(change => change.LevelIndex?.Value == level)?.Level
        ?? numbering?.Elements<AbstractNum>().FirstOrDefault(list => list.AbstractNumberId?.Value == instance.AbstractNumId?.Val?.Value)
            ?.Elements<Level>().FirstOrDefault(definition => definition.LevelIndex?.Value == level);
}
