using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Acervo.Platform.Text;

/// <summary>
/// Finds contact data of people inside free text: mobile numbers and private mail addresses (Ley 1581 de 2012). It looks at the text as
/// written and as Markdown shows it, for a bar or an entity hides an address from the first look and not from a reader.
/// </summary>
public static partial class PersonalData
{
    public const string Mask = "[dato reservado]";

    private const int MobileDigits = 10;

    private const int WideFirst = 0xFF01;

    private const int WideLast = 0xFF5E;

    /// <summary>The mobile numbers in a text, as written or shown.</summary>
    public static IReadOnlyList<string> Mobiles(string? text) => [.. Looks(text).SelectMany(MobileNumbers.In).Distinct(StringComparer.Ordinal)];

    /// <summary>The mail addresses in a text that are not of a public entity.</summary>
    public static IReadOnlyList<string> PrivateEmails(string? text) => [.. Looks(text).SelectMany(EmailsIn).Distinct(StringComparer.Ordinal)];

    /// <summary>What may be contact data and may be something else: spelled addresses, landlines, identity numbers. A person has to look.</summary>
    public static IReadOnlyList<string> Doubtful(string? text)
    {
        var plain = Plain(text ?? "");
        var sure = Mobiles(text).Concat(PrivateEmails(text)).ToHashSet(StringComparer.Ordinal);
        return [.. ShownBlock.Of(plain).SelectMany(block => block.All).Prepend(plain).SelectMany(SpelledContacts.In).Where(found => !sure.Contains(found))
            .Distinct(StringComparer.Ordinal)];
    }

    public static bool IsInstitutional(string address) =>
        address.EndsWith(".gov.co", StringComparison.OrdinalIgnoreCase) || address.EndsWith(".edu.co", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text without contact data. Review should have removed it already: this is the last wall.</summary>
    public static string Redact(string text)
    {
        var seen = Plain(text);
        if (!MayHold(seen))
        {
            return seen;
        }

        var masked = MaskIn(seen);
        foreach (var block in ShownBlock.Of(masked).Where(block => block.IsInPlace && Holds(block)).OrderByDescending(block => block.Start).ToList())
        {
            masked = masked[..block.Start] + Quote(MaskIn(block.Text)) + masked[(block.End + 1)..];
        }

        // The target of a link that stands apart, or a mark that changed its meaning: then the words alone.
        return ShownBlock.Of(masked).Any(Holds) ? string.Join("\n\n", SafeMarkdown.ToPlain(masked).Split('\n').Select(line => Quote(MaskIn(line)))) : masked;
    }

    /// <summary>As written, and then each block as shown: when nothing is hidden both say the same.</summary>
    private static IEnumerable<string> Looks(string? text)
    {
        var seen = Plain(text ?? "");
        if (!MayHold(seen))
        {
            return [];
        }

        var masked = MaskIn(seen);
        return [seen, .. ShownBlock.Of(masked).SelectMany(block => block.All)];
    }

    /// <summary>Most texts cannot: an address needs its sign and a number its ten digits, be they written as entities or as the codes of an address.</summary>
    private static bool MayHold(string text)
    {
        var digits = 0;
        for (var at = 0; at < text.Length; at++)
        {
            // A per cent sign before a hexadecimal digit, or a bar, may be the code of a letter in an address.
            if (text[at] is '@' or '＠' or '﹫' or '&'
                || (text[at] == '%' && at + 1 < text.Length && (text[at + 1] == '\\' || char.IsAsciiHexDigit(text[at + 1]))))
            {
                return true;
            }

            digits += char.IsDigit(text[at]) ? 1 : 0;
        }

        return digits >= MobileDigits;
    }

    private static bool Holds(ShownBlock block) => block.All.Any(shown => MobileNumbers.In(shown).Any() || EmailsIn(shown).Any());

    private static IEnumerable<string> EmailsIn(string text) => Email().Matches(text).Select(match => match.Value).Where(address => !IsInstitutional(address));

    private static string MaskIn(string text) =>
        Email().Replace(MobileNumbers.Mask(text, Mask), match => IsInstitutional(match.Value) ? match.Value : Mask);

    /// <summary>Words that Markdown shows as they are.</summary>
    private static string Quote(string words) => string.Join(Mask, words.Split(Mask).Select(part => Marks().Replace(part, @"\$0")));

    /// <summary>Without signs that take no room, and with the digits and signs of other widths and scripts as everybody types them.</summary>
    private static string Plain(string text)
    {
        var seen = Unseen().Replace(text, "");
        return Foreign().IsMatch(seen) ? string.Concat(seen.EnumerateRunes().Select(Usual)) : seen;
    }

    private static string Usual(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber
        ? ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture)
        : rune.Value is >= WideFirst and <= WideLast ? ((char)(rune.Value - WideFirst + '!')).ToString() : rune.ToString();

    /// <summary>Signs that take no room: they split a number for a program and not for a reader.</summary>
    [GeneratedRegex(@"[\p{Cf}\u034F]", RegexOptions.NonBacktracking)]
    private static partial Regex Unseen();

    /// <summary>Digits that are not 0 to 9, among them those outside the basic plane, and signs as wide as a Chinese one.</summary>
    [GeneratedRegex(@"[\p{Nd}-[0-9]]|[\uFF01-\uFF5E]|\uD835[\uDFCE-\uDFFF]", RegexOptions.NonBacktracking)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"[\w.+-]+[@＠﹫][\w-]+(?:\.[\w-]+)+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Email();

    [GeneratedRegex(@"[\\`*_\[\]<>&#!~]|^\s*[-+](?=\s)|(?<=^\s*\d+)[.)]", RegexOptions.None, 1000)]
    private static partial Regex Marks();
}
