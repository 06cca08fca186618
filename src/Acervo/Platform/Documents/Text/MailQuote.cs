using System.Text.RegularExpressions;

namespace Acervo.Platform.Documents.Text;

/// <summary>Tells the parts of a mail apart: what a reply quotes, with ">" or under the head of the mail before, and the signature after "-- ".</summary>
internal static partial class MailQuote
{
    private const int FewestQuoted = 5;

    /// <summary>The lines without the marks of quoting, and what each is.</summary>
    public static IReadOnlyList<MailLine> Read(IReadOnlyList<string> lines)
    {
        var isMarked = lines.Count(line => Mark().IsMatch(line)) >= FewestQuoted;
        var head = HeadOfQuoted(lines);
        var read = new List<MailLine>();
        var signed = false;
        for (var index = 0; index < lines.Count; index++)
        {
            var marked = isMarked && Mark().IsMatch(lines[index]);
            var text = marked ? Mark().Replace(lines[index], "") : lines[index];
            signed = isMarked && (text is "-- " || (signed && marked == read[^1].Quoted));
            read.Add(new MailLine(text, marked || index >= head, signed));
        }

        return read;
    }

    /// <summary>Where the head of the mail before begins (De, Enviado, Para, Asunto), or the line that says who wrote it.</summary>
    private static int HeadOfQuoted(IReadOnlyList<string> lines)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            if (Wrote().IsMatch(lines[index]) || (From().IsMatch(lines[index]) && lines.Skip(index + 1).Take(5).Count(line => Head().IsMatch(line)) >= 2))
            {
                return index;
            }
        }

        return int.MaxValue;
    }

    [GeneratedRegex(@"^\s{0,2}(?:>[ ]?)+", RegexOptions.None, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\**(?:De|From)\s?:\**\s", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex From();

    [GeneratedRegex(@"^\**(?:Enviado(?: el)?|Sent|Fecha|Date|Para|To|CC|Asunto|Subject)\s?:\**\s", RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Head();

    [GeneratedRegex(@"^(?:El|On)\s.{4,160}\s(?:escribi[oó]|wrote)\s?:\s*$|^-{2,}\s*(?:Mensaje original|Original Message|Forwarded message|Mensaje reenviado)",
        RegexOptions.IgnoreCase, ReadingLimits.PatternMilliseconds)]
    private static partial Regex Wrote();
}

/// <summary>A line of a mail: its words, whether a reply quotes it, whether a mail program signed with it.</summary>
internal readonly record struct MailLine(string Text, bool Quoted, bool Signed);
